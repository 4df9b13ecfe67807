// npm run demo: builds if needed, fills an empty database with demonstration data, and serves the site.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildIsStale } from './sources.mjs';

process.env.DATA_DIR ??= './data';
const dataDir = process.env.DATA_DIR;
mkdirSync(dataDir, { recursive: true });

const secretFile = `${dataDir}/demo.env`;
if (!existsSync(secretFile)) {
  writeFileSync(secretFile, `SESSION_SECRET=${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
}
process.env.SESSION_SECRET ??= /^SESSION_SECRET=(.+)$/m.exec(readFileSync(secretFile, 'utf8'))?.[1];

const run = (command, args, undo) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status === 0) return;
  undo?.();
  process.exit(status ?? 1);
};
if (buildIsStale()) run('npm', ['run', 'build']);

const databaseFiles = () => readdirSync(dataDir).filter((name) => /\.(db|sqlite3?)(-wal|-shm)?$/.test(name));
if (!process.env.DATABASE_URL && databaseFiles().length === 0) {
  // Half a demo world would be kept for good.
  run(process.execPath, ['--import', 'tsx', 'scripts/seed-demo.ts'], () => {
    for (const name of databaseFiles()) rmSync(`${dataDir}/${name}`);
  });
}

const { accounts } = JSON.parse(readFileSync('scripts/demo-accounts.json', 'utf8'));
const server = spawn(process.execPath, ['build/server.js'], {
  env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
  stdio: ['inherit', 'pipe', 'inherit'],
});
server.stdout.on('data', (chunk) => {
  process.stdout.write(chunk);
  const address = /listening on ([^\s"]+)/.exec(String(chunk))?.[1];
  if (!address) return;
  console.log(`\n${address}\n`);
  for (const { email, password, name, organisation } of accounts) {
    console.log(`  ${organisation}  ${name}\t${email}  ${password}`);
  }
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => process.exit(code ?? 0));
