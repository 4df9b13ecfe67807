import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> };

// `npm ci` refuses such a lockfile; `npm run lock` mends it.
test('the lockfile names no optional package that it has no record of', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const recorded = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)));
  const dangling = Object.values(packages)
    .flatMap((each) => Object.keys(each.optionalDependencies ?? {}))
    .filter((name) => !recorded.has(name));
  expect(dangling).toEqual([]);
});
