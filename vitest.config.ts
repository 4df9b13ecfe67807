import { defineConfig } from 'vitest/config';
import { alias } from './vite.config';

const node = {
  environment: 'node' as const,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // Two at a time: each database test migrates a file of its own.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'node',
          include: ['{app,db,search,server,scripts}/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', '**/node_modules/**'],
        },
      },
      {
        resolve: { alias },
        esbuild: { jsx: 'automatic' },
        test: {
          name: 'dom',
          environment: 'jsdom',
          testTimeout: 20_000,
          include: ['{app,tests}/**/*.test.tsx'],
        },
      },
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
          // One browser and one site at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
