import { spawnSync } from 'node:child_process';
import { buildIsStale } from './sources.mjs';

if (buildIsStale()) process.exit(spawnSync('npm', ['run', 'build'], { stdio: 'inherit' }).status ?? 1);
