/** Loaded before a script that expects its database to be there. */
import { ensureDatabase } from './postgres';

await ensureDatabase(process.env.DATABASE_URL ?? '');
