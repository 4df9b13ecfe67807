import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { productNamed, signIn, until, useSite } from '../faults/kit';
import { ensureDatabase, placeOf } from '../postgres';
import { startSite, type SiteProcess } from '../site-process';

const { dir, site } = useSite();
let elsewhere: SiteProcess | undefined;
afterAll(() => elsewhere?.stop());

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
  const backups = path.join(dir(), 'backups');
  const restored = path.join(dir(), 'restored');
  const enterprise = await signIn(site, 'yunyao@enterprise.example');
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
  const backup = await command('backup', dir(), backups);
  writing = false;
  await writer;
  expect(backup).toMatchObject({ code: 0 });
  expect(written).toBeGreaterThan(0);
  const made = /^(\S+): \d+ rows/.exec(backup.said)![1]!;
  await site().stop();

  await ensureDatabase(placeOf(restored).DATABASE_URL);
  expect(await command('restore', restored, made)).toMatchObject({
    code: 0,
    said: expect.stringContaining('Next:'),
  });
  const moved = (elsewhere = await startSite(restored));
  const search = `${moved.url}/api/v1/search?q=${encodeURIComponent('备份之前的产品')}`;
  await until('the index is built anew', async () => {
    const { engine, hits } = (await (await fetch(search)).json()) as {
      engine: string;
      hits: { title: string }[];
    };
    return engine === 'meilisearch' && hits[0]?.title === '备份之前的产品';
  });
  const again = await signIn(() => moved, 'forest@buyer.example');
  expect((await again('/account/leads')).status).toBe(200);

  expect(await command('restore', restored, made)).toMatchObject({
    code: 1,
    said: expect.stringContaining('not empty'),
  });
  writeFileSync(path.join(made, 'manifest.json'), '{}');
  expect(await command('restore', backups, made)).toMatchObject({
    code: 1,
    said: expect.stringContaining('Nothing was restored'),
  });
});

test('commands say how they are used', async () => {
  expect(await command('restore', dir())).toMatchObject({
    code: 2,
    said: expect.stringContaining('usage'),
  });
  expect(await command('backup', dir(), '--keep', 'none')).toMatchObject({ code: 2 });
});
