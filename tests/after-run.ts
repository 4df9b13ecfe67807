import { dropDatabasesOfRun } from './postgres';

/** Vitest's global set-up: nothing before the run, the databases left over after it. */
export const teardown = dropDatabasesOfRun;
