import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getTableColumns, is, Table } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as schema from '#db/schema';

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'app', 'search'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
const nullable = new Set(
  Object.entries(schema).flatMap(([table, value]) =>
    is(value, Table)
      ? Object.entries(getTableColumns(value))
          .filter(([, column]) => !column.notNull)
          .map(([column]) => `${table}.${column}`)
      : [],
  ),
);

/** What stands between `orderBy(` and its closing bracket. */
function orderings(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('.orderBy('); at >= 0; at = text.indexOf('.orderBy(', at + 1)) {
    const from = at + '.orderBy('.length;
    let depth = 1;
    let end = from;
    while (depth > 0 && end < text.length) depth += { '(': 1, ')': -1 }[text[end++]!] ?? 0;
    found.push(text.slice(from, end - 1));
  }
  return found;
}

test('whoever orders by a column without a value in some rows says where those rows go', () => {
  const seen = files.flatMap((file) =>
    orderings(readFileSync(file, 'utf8')).flatMap((ordering) => {
      const unsaid = ordering.replace(/nulls(First|Last)\((\w+\([\w.]+\)|[\w.]+)\)/g, '');
      const columns = unsaid.match(/\b\w+\.\w+\b/g) ?? [];
      return columns.filter((column) => nullable.has(column)).map((column) => `${file}: ${column}`);
    }),
  );
  expect(nullable.size).toBeGreaterThan(50);
  expect(seen).toEqual([]);
});

test('text is compared through db/like.ts: LIKE tells capitals apart on one engine only', () => {
  const own = files.filter((file) =>
    /import \{[^}]*\b(like|ilike|notLike)\b[^}]*\} from 'drizzle-orm'/.test(readFileSync(file, 'utf8')),
  );
  expect(own).toEqual([]);
});
