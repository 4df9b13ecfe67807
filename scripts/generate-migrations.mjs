// npm run db:generate [-- --name words]: writes the migrations of both dialects from db/schema.
// With --custom both get an empty file of the same name to fill in by hand.
import { spawnSync } from 'node:child_process';

for (const dialect of ['sqlite', 'postgresql']) {
  const { status } = spawnSync('npx', ['drizzle-kit', 'generate', ...process.argv.slice(2)], {
    stdio: 'inherit',
    // the address names the dialect; nothing is connected to
    env: { ...process.env, DATABASE_URL: dialect === 'postgresql' ? 'postgres://' : '' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
