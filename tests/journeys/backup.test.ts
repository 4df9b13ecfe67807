import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productNamed, signIn, until } from '../faults/kit';
import { dropDatabase, ensureDatabase, placeOf } from '../postgres';
import { seedDemo, startSite, type SiteProcess } from '../site-process';

const folder = (name: string) => mkdtempSync(path.join(os.tmpdir(), `market-${name}-`));
let dirs: Record<'site' | 'backups' | 'restored', string>;
let site: SiteProcess;
beforeAll(async () => {
  dirs = { site: folder('site'), backups: folder('backups'), restored: folder('restored') };
  seedDemo(dirs.site);
  site = await startSite(dirs.site);
});
afterAll(async () => {
  await site?.stop();
  for (const dir of Object.values(dirs)) {
    await dropDatabase(placeOf(dir).DATABASE_URL);
    rmSync(dir, { recursive: true, force: true });
  }
});

/** Runs a command as `npm run` would, on a data folder; returns its exit code and what it said. */
async function command(script: string, dataDir: string, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...args], {
    env: { ...process.env, ...placeOf(dataDir) },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

test('a running site is backed up under writing, and goes on elsewhere from there', async () => {
  const enterprise = await signIn(() => site, 'yunyao@enterprise.example');
  const publish = (name: string) => enterprise('/account/products/new', productNamed(name, 'publish'));
  expect((await publish('备份之前的产品')).status).toBe(303);
  let writing = true;
  let written = 0;
  const writer = (async () => {
    while (writing) {
      expect((await publish(`备份期间 ${written}`)).status).toBe(303);
      written++;
    }
  })();
  const backup = await command('backup', dirs.site, dirs.backups);
  writing = false;
  await writer;
  expect(backup).toMatchObject({ code: 0 });
  expect(written).toBeGreaterThan(0);
  const made = /^(\S+): \d+ rows/.exec(backup.said)![1]!;
  await site.stop();

  await ensureDatabase(placeOf(dirs.restored).DATABASE_URL);
  expect(await command('restore', dirs.restored, made)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Next:'),
  });
  site = await startSite(dirs.restored);
  const search = `${site.url}/api/v1/search?q=${encodeURIComponent('备份之前的产品')}`;
  await until('the index is built anew', async () => {
    const { engine, hits } = (await (await fetch(search)).json()) as {
      engine: string;
      hits: { title: string }[];
    };
    return engine === 'meilisearch' && hits[0]?.title === '备份之前的产品';
  });
  const again = await signIn(() => site, 'forest@buyer.example');
  expect((await again('/account/leads')).status).toBe(200);

  expect(await command('restore', dirs.restored, made)).toMatchObject({
    code: 1,
    said: expect.stringContaining('not empty'),
  });
  writeFileSync(path.join(made, 'manifest.json'), '{}');
  expect(await command('restore', dirs.backups, made)).toMatchObject({
    code: 1,
    said: expect.stringContaining('Nothing was restored'),
  });
});

test('commands say how they are used', async () => {
  expect(await command('restore', dirs.site)).toMatchObject({
    code: 2,
    said: expect.stringContaining('usage'),
  });
  expect(await command('backup', dirs.site, '--keep', 'none')).toMatchObject({ code: 2 });
});
