import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const commands = scripts['build:commands']?.match(/scripts\/[\w-]+\.ts/g) ?? [];

test('the commands that are built are known', () => {
  expect(commands).toContain('scripts/import-world.ts');
  expect(commands.length).toBeGreaterThan(5);
});

// What is read in a comment is no import: hence the parser.
test.each(commands)('%s reads .env before anything else', (file) => {
  const { statements } = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const first = statements[0];
  expect(first && ts.isImportDeclaration(first) && (first.moduleSpecifier as ts.StringLiteral).text).toBe(
    './load-env',
  );
});
