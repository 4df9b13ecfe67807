import { EventEmitter } from 'node:events';
import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { searchOpens } from '#db/schema';
import { useDatabase } from '#tests/database';
import { storeSearchTerms } from '~/domain/search-terms/note-search.server';
import { countOpened } from './count-opened';

useDatabase();

/** Somebody opens `path` out of the page `from`. */
function open(
  path: string,
  from: string,
  { host = 'xian.example', status = 200, agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' } = {},
) {
  const req = {
    method: 'GET',
    path,
    headers: { host: 'xian.example', referer: `https://${host}${from}`, 'user-agent': agent },
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
