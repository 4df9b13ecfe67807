import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Plugin } from 'vite';
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

/** One file of words per area: by itself Rollup makes one for nearly every message. */
function wordsOfArea(id: string): string | undefined {
  const message = /app\/paraglide\/(?:messages\/([a-z]+)_|runtime|registry)/.exec(id);
  return message ? `words-${message[1] ?? 'common'}` : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias },
  plugins: [remix(remixOptions), serverEntry],
  build: {
    target: ['es2022', 'chrome100', 'safari15.4', 'firefox100'],
    rollupOptions: isSsrBuild
      ? {}
      : { output: { manualChunks: wordsOfArea, experimentalMinChunkSize: 10_000 } },
  },
  server: { host: '127.0.0.1' },
}));
