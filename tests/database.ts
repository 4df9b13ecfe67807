import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { dropDatabase, ensureDatabase, placeOf } from './postgres';

/**
 * Gives the test file a migrated database of its own: in a folder of its own that is also DATA_DIR or, when
 * TEST_POSTGRES_URL names a server, there.
 * Returns a function that tells the folder (known once `beforeAll` has run).
 */
export function useDatabase() {
  const base = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  let dir = '';
  beforeAll(async () => {
    dir = mkdtempSync(path.join(base, 'market-test-'));
    Object.assign(process.env, placeOf(dir));
    await ensureDatabase(process.env.DATABASE_URL!);
    await migrate();
  });
  afterAll(async () => {
    await closeDatabase();
    await dropDatabase(process.env.DATABASE_URL!);
    rmSync(dir, { recursive: true, force: true });
  });
  return () => dir;
}

/** Commits a change from another process, as an import beside a running site does. */
export function commitElsewhere() {
  const script =
    "const { write } = await import('./db/client.server.ts'); const { audit } = await import('./db/schema/index.ts');" +
    "await write((tx) => tx.insert(audit).values({ action: 'test.elsewhere', subject: 'test', subjectId: '1' }));" +
    'process.exit(0);';
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}
