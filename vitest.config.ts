import { randomBytes } from 'node:crypto';
import { defineConfig } from 'vitest/config';
import { alias } from './vite.config';

// `npm run test:postgres` names a server; the address tells the schema its dialect before any test chooses a database.
const env = { DATABASE_URL: process.env.TEST_POSTGRES_URL ?? '', TEST_RUN: randomBytes(4).toString('hex') };
process.env.TEST_RUN = env.TEST_RUN;

const node = {
  env,
  environment: 'node' as const,
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    // Two at a time: each database test migrates a file of its own.
    maxWorkers: 2,
    globalSetup: './tests/after-run.ts',
    projects: [
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'node',
          include: ['{app,db,search,server,scripts}/**/*.test.ts', 'tests/**/*.test.ts'],
          exclude: ['tests/journeys/**', 'tests/faults/**', '**/node_modules/**'],
        },
      },
      {
        resolve: { alias },
        esbuild: { jsx: 'automatic' },
        test: {
          name: 'dom',
          setupFiles: './tests/logged.ts',
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
      {
        resolve: { alias },
        test: {
          ...node,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          // `npm run test:faults` does everything many times.
          testTimeout: process.env.FAULTS === 'long' ? 3_600_000 : 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
