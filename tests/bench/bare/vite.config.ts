import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig } from 'vite';

/** The smallest Remix application with a list of 20 cards: what the site is measured against. */
export default defineConfig({
  plugins: [
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
      },
    }),
  ],
});
