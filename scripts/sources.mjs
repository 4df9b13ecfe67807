import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const sources = [
  'app',
  'db',
  'search',
  'scripts',
  'server',
  'messages',
  'public',
  'server.ts',
  'vite.config.ts',
  'package.json',
];

function newest(path) {
  if (path.includes('paraglide') || /\.test\.tsx?$/.test(path) || !existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** True when build/ is missing or older than a source file. */
export function buildIsStale() {
  const built = 'build/server.js';
  return !existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest));
}
