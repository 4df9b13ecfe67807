import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const doors = ['loader', 'action'];
const accesses = ['public', 'signed-in', 'enterprise', 'buyer', 'bureau'];

/** What is wrong with the doors of one route file: each must be `export const loader = guard('…', …)`. */
function unguarded(source: string): string[] {
  const file = ts.createSourceFile('route.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const faults: string[] = [];
  let guardName: string | undefined;
  const isExported = (node: ts.Node) =>
    ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some((x) => x.kind === ts.SyntaxKind.ExportKeyword);
  for (const node of file.statements) {
    if (
      ts.isImportDeclaration(node) &&
      ts.isStringLiteral(node.moduleSpecifier) &&
      node.moduleSpecifier.text === '~/session/guard.server'
    ) {
      const bindings = node.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings))
        guardName =
          bindings.elements.find((e) => (e.propertyName ?? e.name).text === 'guard')?.name.text ?? guardName;
    }
    if (ts.isExportDeclaration(node)) {
      if (!node.exportClause) faults.push('export *');
      else if (ts.isNamedExports(node.exportClause))
        for (const e of node.exportClause.elements)
          if (doors.includes(e.name.text)) faults.push(`${e.name.text} exported by name`);
    }
    if (ts.isFunctionDeclaration(node) && isExported(node) && doors.includes(node.name?.text ?? ''))
      faults.push(`${node.name!.text} is a plain function`);
    if (!ts.isVariableStatement(node) || !isExported(node)) continue;
    for (const { name, initializer } of node.declarationList.declarations) {
      if (!ts.isIdentifier(name)) {
        if (doors.some((d) => name.getText().includes(d))) faults.push('destructured door');
        continue;
      }
      if (!doors.includes(name.text)) continue;
      const call = initializer && ts.isCallExpression(initializer) ? initializer : undefined;
      const access = call?.arguments[0];
      if (!call || !ts.isIdentifier(call.expression) || call.expression.text !== guardName)
        faults.push(`${name.text} is not guard(…)`);
      else if (!access || !ts.isStringLiteral(access) || !accesses.includes(access.text))
        faults.push(`${name.text} has no literal access`);
    }
  }
  return faults;
}

const routeFiles = [
  'app/root.tsx',
  ...readdirSync('app/routes', { recursive: true, encoding: 'utf8' })
    .filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f))
    .map((f) => path.join('app/routes', f)),
];

test.each(routeFiles)('%s guards its doors', (file) => {
  expect(unguarded(readFileSync(file, 'utf8'))).toEqual([]);
});

test.each(routeFiles.filter((f) => f.endsWith('.tsx')))('%s takes no failing disk for a refusal', (file) => {
  // guard() may answer for the action: see app/forms/unavailable.ts.
  expect(readFileSync(file, 'utf8')).not.toMatch(/\brefused = useActionData/);
});

test('account and bureau routes open nothing to the public', () => {
  const open = routeFiles.filter(
    (f) => /routes\/(account|bureau)\//.test(f) && /guard\(\s*'public'/.test(readFileSync(f, 'utf8')),
  );
  expect(open).toEqual([]);
});

test.each([
  ['export const loader = async () => null;', 'loader is not guard(…)'],
  ['export async function action() {}', 'action is a plain function'],
  ["export { loader } from './other';", 'loader exported by name'],
  ["export * from './other';", 'export *'],
  ["import { guard } from './mine'; export const loader = guard('public', f);", 'loader is not guard(…)'],
  [
    "import { guard } from '~/session/guard.server'; export const loader = guard(access, f);",
    'loader has no literal access',
  ],
  ['export const { loader } = doors;', 'destructured door'],
])('the check sees through %s', (source, fault) => {
  expect(unguarded(source)).toContain(fault);
});

test('the check accepts a guard under another name', () => {
  expect(
    unguarded("import { guard as g } from '~/session/guard.server'; export const loader = g('buyer', f);"),
  ).toEqual([]);
});
