// Compiles messages/{locale}/*.json into typed functions in app/paraglide.
// A script rather than the command line, which cannot name the cookie and only warns about a missing message.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '@inlang/paraglide-js';

const locales = ['zh-CN', 'en'];
const outdir = './app/paraglide';
const sources = locales.flatMap((locale) =>
  readdirSync(join('messages', locale))
    .filter((name) => name.endsWith('.json'))
    .map((name) => join('messages', locale, name)),
);

/** Keys present in one language and missing, or meant twice, in the other. */
function faults() {
  const found = [];
  const keys = Object.fromEntries(locales.map((locale) => [locale, new Map()]));
  for (const source of sources) {
    const locale = source.split(/[\\/]/)[1];
    for (const key of Object.keys(JSON.parse(readFileSync(source, 'utf8')))) {
      if (key === '$schema') continue;
      if (keys[locale].has(key)) found.push(`${key}: in ${keys[locale].get(key)} and in ${source}`);
      keys[locale].set(key, source);
    }
  }
  for (const locale of locales)
    for (const other of locales)
      for (const [key, source] of keys[locale])
        if (!keys[other].has(key)) found.push(`${key}: in ${source}, missing in ${other}`);
  return found;
}

/** Files that may name a message. */
function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (path === join('app', 'paraglide')) continue;
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Messages that no file names: nobody would notice when they go wrong. */
function unused() {
  const named = new Set();
  for (const folder of ['app', 'server', 'search'])
    for (const file of sourceFiles(folder))
      for (const [, key] of readFileSync(file, 'utf8').matchAll(/\bm\.([a-z]\w*)/g)) named.add(key);
  return sources
    .filter((source) => source.split(/[\\/]/)[1] === locales[0])
    .flatMap((source) =>
      Object.keys(JSON.parse(readFileSync(source, 'utf8')))
        .filter((key) => key !== '$schema' && !named.has(key))
        .map((key) => `${key}: in ${source}, used nowhere`),
    );
}

/** One digest of all that the compiled functions follow from; times of files say little after a change of branch. */
function digestOfSources() {
  const hash = createHash('sha256');
  const compiler = 'node_modules/@inlang/paraglide-js/package.json';
  for (const file of [...sources, 'project.inlang/settings.json', 'scripts/compile-messages.mjs', compiler])
    hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
const marker = join(outdir, '.compiled-from');
const digest = digestOfSources();
const upToDate = existsSync(marker) && readFileSync(marker, 'utf8') === digest;

const strict = process.argv.includes('--strict');
const wrong = [...faults(), ...(strict ? unused() : [])];
for (const fault of wrong) console.error(fault);
if (wrong.length > 0 && strict) process.exit(1);

if (!upToDate) {
  // What is killed half-way is not taken for whole.
  rmSync(marker, { force: true });
  await compile({
    project: './project.inlang',
    outdir,
    strategy: ['cookie', 'baseLocale'],
    cookieName: 'lang',
    outputStructure: 'message-modules',
    // Scripts run by Node alone have no import.meta.env.
    isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
    emitGitIgnore: false,
    emitPrettierIgnore: false,
    emitReadme: false,
  });
  writeFileSync(marker, digest);
}
process.exit(0);
