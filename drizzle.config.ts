import { defineConfig } from 'drizzle-kit';

const dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgresql' : 'sqlite';
export default defineConfig({
  dialect,
  schema: './db/schema/index.ts',
  out: process.env.MIGRATIONS ?? `./db/migrations/${dialect}`,
  casing: 'snake_case',
  strict: true,
});
