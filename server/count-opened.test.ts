import { EventEmitter } from 'node:events';
import { eq } from 'drizzle-orm';
import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { searchOpens, searchTerms } from '#db/schema';
import { useDatabase } from '#tests/database';
import { storeSearchTerms } from '~/domain/search-terms/note-search.server';
import { searchTermsReport } from '~/domain/search-terms/report.server';
import { countOpened } from './count-opened';

useDatabase();

/** Somebody opens `path` out of the page `from`; without it the browser says nothing of where they come from. */
function open(
  path: string,
  from: string | undefined,
  {
    method = 'GET',
    host = 'xian.example',
    status = 200,
    agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
  } = {},
) {
  const req = {
    method,
    path,
    headers: {
      host: 'xian.example',
      referer: from === undefined ? undefined : `https://${host}${from}`,
      'user-agent': agent,
    },
  };
  const res = Object.assign(new EventEmitter(), { statusCode: status });
  void countOpened(req as unknown as Request, res as unknown as Response, () => undefined);
  res.emit('finish');
}

test('what is opened out of the results for words is counted, whatever its type', async () => {
  open('/products/P-1', '/products?q=a');
  open('/scenarios/S-1.data', '/search?q=a&type=scenario');
  open('/publications/L-1', '/search?q=a&type=publication');
  open('/organisations/E01', '/search?q=a&type=organisation');
  await storeSearchTerms();
  const rows = await db.select().from(searchOpens);
  expect(rows.map(({ type, code }) => `${type} ${code}`).sort()).toEqual([
    'organisation E01',
    'product P-1',
    'publication L-1',
    'scenario S-1',
  ]);
});

test('a maker named beside a product is no hit, nor a list that is no result, a file, a robot, another site', async () => {
  open('/organisations/E02', '/search?q=a&type=product');
  open('/organisations/E03', '/products?q=a');
  open('/publications/L-2', '/search?q=a');
  open('/publications/L-3', '/publications?q=a&type=publication');
  open('/publications/L-4.csv', '/search?q=a&type=publication');
  open('/organisations/E04', '/search?type=organisation');
  open('/organisations/E05', '/search?q=a&type=organisation', { host: 'elsewhere.example' });
  open('/organisations/E06', '/search?q=a&type=organisation', { status: 404 });
  open('/organisations/E07', '/search?q=a&type=organisation', { agent: 'Googlebot/2.1' });
  await storeSearchTerms();
  expect(await db.select().from(searchOpens)).toHaveLength(4);
});

test('nor what is posted or has a page beneath it, comes from nowhere, or was asked for by a number of a person', async () => {
  open('/products/P-2', '/search?q=b', { method: 'POST' });
  open('/products/P-2/enquire', '/search?q=b');
  open('/products/P-2', undefined);
  open('/products/P-2', ':x', { host: '' });
  open('/products/P-2', '/search?q=13800138000');
  await storeSearchTerms();
  expect(await db.select().from(searchOpens)).toHaveLength(4);
});

test('the words that led there are counted as leading somewhere, not as asked for once more', async () => {
  await write(async (tx) => void (await tx.delete(searchTerms)));
  open('/products/P-2', '/search?q=b');
  open('/products/P-2', '/products?q=b&sort=newest');
  await storeSearchTerms();
  expect(await db.select().from(searchTerms)).toMatchObject([{ term: 'b', searches: 0, opened: 2 }]);
  const [row] = await db.select().from(searchOpens).where(eq(searchOpens.code, 'P-2'));
  expect(row).toMatchObject({ type: 'product', opened: 2 });
  // two openings are no two people who asked
  expect((await searchTermsReport('product', 7)).asked).toEqual([]);
});
