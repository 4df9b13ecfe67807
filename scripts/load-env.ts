/** Imported before everything else by commands that people run beside the site: the same settings as the site's. */
import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile('.env');
