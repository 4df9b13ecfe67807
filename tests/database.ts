import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { closeDatabase } from '#db/client.server';
import { migrate } from '#db/migrate.server';

/**
 * Gives the test file a migrated database of its own, in a folder of its own that is also DATA_DIR.
 * Returns a function that tells the folder (known once `beforeAll` has run).
 */
export function useDatabase() {
  const base = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();
  let dir = '';
  beforeAll(async () => {
    dir = mkdtempSync(path.join(base, 'market-test-'));
    process.env.DATA_DIR = dir;
    delete process.env.DATABASE_URL;
    await migrate();
  });
  afterAll(async () => {
    await closeDatabase();
    rmSync(dir, { recursive: true, force: true });
  });
  return () => dir;
}
