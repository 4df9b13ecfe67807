import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin, type Rollup } from 'vite';
import { compactWords } from './scripts/compact-words';
// The Remix options live in remix.config.js; the plugin does not read that file by itself.
import remixOptions from './remix.config.js';

const folder = (name: string) => fileURLToPath(new URL(`./${name}/`, import.meta.url));

/** The project's import aliases, for Vite and Vitest alike. */
export const alias = [
  { find: /^~\//, replacement: folder('app') },
  { find: /^#db\//, replacement: folder('db') },
  { find: /^#search\//, replacement: folder('search') },
  { find: /^#tests\//, replacement: folder('tests') },
];

/** Makes server/app.ts the entry of the server build, so that middleware and routes share one module graph. */
const serverEntry: Plugin = {
  name: 'server-entry',
  enforce: 'post',
  config: (_config, { isSsrBuild }) =>
    isSsrBuild ? { build: { rollupOptions: { input: './server/app.ts' } } } : undefined,
};

/** What scripts load later is small and has no style sheet: Vite's half kilobyte that loads those beside it is not needed. */
const plainImports: Plugin = {
  name: 'plain-imports',
  transform: (_code, id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

/**
 * Puts what many pages need into few files: `vendor` and `frame` for every page, `public` and `workspace` for what
 * several pages of either side share. By itself Rollup would make dozens, one for nearly every word of the header.
 * Words are asked for by name (`m.common_site_name`): their barrel hides from the module graph who uses them.
 */
function filesOfManyPages(): Rollup.GetManualChunk {
  let frame: Set<string> | undefined;
  let pages: { area: string; reached: Set<string> }[] = [];
  return (id, { getModuleInfo, getModuleIds }) => {
    if (!frame) {
      const all = [...getModuleIds()];
      const from = (entries: string[]) => reachedFrom(entries, getModuleInfo);
      frame = from(all.filter((x) => /\/app\/(?:(?:root|entry\.client)\.tsx|word\.ts)$/.test(x)));
      pages = all.flatMap((x) => {
        const area = /\/app\/routes\/(\w+)\/[^?]+\.tsx$/.exec(x)?.[1];
        return area ? [{ area, reached: from([x]) }] : [];
      });
    }
    const name = /app\/paraglide\/messages\/(.+)\.js$/.exec(id)?.[1] ?? id;
    if (frame.has(name)) return id.includes('/node_modules/') ? 'vendor' : 'frame';
    const users = pages.filter(({ reached }) => reached.has(name));
    const open = users.filter(({ area }) => area === 'site').length;
    if (open >= 4) return 'public';
    return open === 0 && users.length >= 3 ? 'workspace' : undefined;
  };
}

/** All modules that these import, and the names of the words that they use. */
function reachedFrom(entries: string[], getModuleInfo: Rollup.GetModuleInfo) {
  const reached = new Set(entries);
  for (const id of reached) {
    if (id.includes('/app/paraglide/messages')) continue;
    const module = getModuleInfo(id);
    if (!id.includes('/node_modules/'))
      for (const [, word] of (module?.code ?? '').matchAll(/\bm\.(\w+)/g)) reached.add(word!);
    for (const imported of module?.importedIds ?? []) reached.add(imported);
  }
  return reached;
}

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias },
  plugins: [remix(remixOptions), serverEntry, compactWords, plainImports],
  build: {
    target: ['es2022', 'chrome100', 'safari15.4', 'firefox100'],
    // Some 3% smaller than what esbuild makes of it.
    minify: isSsrBuild ? false : 'terser',
    terserOptions: { compress: { passes: 2 } },
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: filesOfManyPages(), onlyExplicitManualChunks: true } },
  },
  server: { host: '127.0.0.1' },
}));
