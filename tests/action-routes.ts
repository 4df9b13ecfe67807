import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Access } from '~/session/guard.server';

/** Every address that takes a form, with who may send it; in place of parameters stands a code that nothing has. */
export function actionRoutes(): { address: string; access: Access }[] {
  return readdirSync('app/routes', { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    if (!/\.tsx?$/.test(file) || file.includes('.test.')) return [];
    const access = /export const action = guard\(\s*'([\w-]+)'/.exec(
      readFileSync(path.join('app/routes', file), 'utf8'),
    )?.[1] as Access | undefined;
    if (!access) return [];
    const [area = '', ...rest] = file.replace(/(\/route)?\.tsx?$/, '').split('/');
    const name = rest.join('/').replace(/\$\w+/g, 'X-1').replaceAll('_.', '.').replaceAll('.', '/');
    const index = /(^|\/)_index$/.test(name);
    const address = `${area === 'site' || area === 'api' ? '' : `/${area}`}/${name.replace(/\/?_index$/, '')}`;
    return [{ address: index ? `${address.replace(/\/$/, '')}?index` : address, access }];
  });
}
