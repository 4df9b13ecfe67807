import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

// Types are not asked for: who imports whom can be read.
const eslint = new ESLint({
  overrideConfig: [
    {
      languageOptions: { parserOptions: { projectService: false } },
      rules: Object.fromEntries(
        ['no-floating-promises', 'no-misused-promises', 'await-thenable', 'consistent-type-imports'].map(
          (rule) => [`@typescript-eslint/${rule}`, 'off'],
        ),
      ),
    },
  ],
});
/** What is said of a file in this place that imports this. */
async function said(file: string, from: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import '${from}';\n`, { filePath: file });
  return result!.messages.map(({ message }) => message);
}

test.each([
  ['app/routes/site/about.tsx', '#db/schema', 'A route asks a domain module.'],
  ['app/routes/site/about.tsx', '#search/find.server', 'A route asks a domain module.'],
  ['app/domain/calendar.ts', '@remix-run/node', 'A domain module knows nothing of the web.'],
  ['app/domain/products/product.ts', 'react', 'A domain module knows nothing of the web.'],
  ['app/domain/products/product.ts', 'drizzle-orm/pg-core', 'Both engines'],
  ['app/domain/search/items.ts', 'drizzle-orm/sqlite-core', 'Both engines'],
  ['app/domain/products/product.ts', '~/domain/matching/match', 'Matching, notifications, audit'],
  ['app/domain/publications/publication.ts', '../open-data/csv', 'Matching, notifications, audit'],
  ['app/components/tag.tsx', '~/domain/products/products.server', 'A component knows its props'],
  ['app/components/lead/lead-turn.tsx', '#db/schema', 'A component knows its props'],
  ['app/forms/amount.ts', '~/components/tag', 'Forms and sessions know no pages.'],
  ['app/session/guard.server.ts', '~/routes/site/about', 'Forms and sessions know no pages.'],
  ['search/find.server.ts', '~/domain/calendar', 'Storage and search never import the application.'],
  ['db/order.ts', '~/domain/calendar', 'Storage and search never import the application.'],
  ['db/schema/kit.ts', '../../app/env.server', 'Storage and search never import the application.'],
  ['db/order.ts', '#search/find.server', 'The database does not know the search engine.'],
])('%s may not import %s', async (file, from, message) => {
  expect(await said(file, from)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['app/domain/matching/match.ts', '../products/product'],
  ['app/domain/open-data/csv.ts', '~/domain/publications/publication'],
  ['app/domain/products/product.ts', 'drizzle-orm'],
  ['app/domain/products/product.ts', '#db/client.server'],
  ['db/schema/kit.ts', 'drizzle-orm/pg-core'],
])('%s may import %s', async (file, from) => {
  expect(await said(file, from)).toEqual([]);
});
