/** `npm run db:copy -- --from <SQLite file> --to <postgres://…> [--replace]`: moves house to PostgreSQL. */
import './load-env';
import { parseArgs } from 'node:util';
import { copyDatabase } from '#db/copy-database.server';

const usage = 'usage: npm run db:copy -- --from <SQLite file> --to <postgres://…> [--replace]';
const options = { from: { type: 'string' }, to: { type: 'string' }, replace: { type: 'boolean' } } as const;

function readArguments() {
  try {
    const { from, to, replace } = parseArgs({ options }).values;
    return from && to ? { from, to, replace } : undefined;
  } catch {
    return undefined;
  }
}

const given = readArguments();
if (!given) {
  console.error(usage);
  process.exit(2);
}
try {
  const started = Date.now();
  const { tables, copied } = await copyDatabase(given.from, given.to, {
    replace: given.replace,
    report: (line) => console.log(line),
  });
  console.log(
    copied ? '\nThe same on both sides:' : 'The target says the same already; nothing was written:',
  );
  for (const { table, rows, sha256 } of tables)
    console.log(`  ${table.padEnd(20)} ${String(rows).padStart(8)} rows  sha256 ${sha256.slice(0, 16)}`);
  const sum = tables.reduce((total, { rows }) => total + rows, 0);
  console.log(`${sum} rows in ${tables.length} tables, ${((Date.now() - started) / 1000).toFixed(1)} s`);
} catch (error) {
  console.error(`Nothing was copied: ${(error as Error).message}`);
  process.exitCode = 1;
}
