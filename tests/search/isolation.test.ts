import { getTableColumns, getTableName, is, Table } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { db } from '#db/client.server';
import * as schema from '#db/schema';
import type { products } from '#db/schema';
import { indexName, searchClient } from '#search/engine.server';
import { find } from '#search/find.server';
import { drainOutbox } from '#search/outbox.server';
import { reconcile } from '#search/reconcile.server';
import { useSearchEngine } from '#tests/engine';
import { useWorld } from '#tests/world';
import {
  canaries,
  cancelledScenario,
  hidden,
  hiddenStates,
  hiddenWords,
  silentBuyer,
  silentOrganisation,
  withdrawnScenario,
} from './canaries';
import { changeProduct } from './items';
import { outlets } from './outlets';
import { plant } from './plant';
import { tables } from './tables';

useWorld();
useSearchEngine();
beforeAll(plant, 180_000);

const planted: string[] = [
  ...Object.values(canaries),
  ...(Object.keys(hiddenStates) as (keyof typeof hiddenStates)[]).flatMap(hiddenWords),
  withdrawnScenario,
  cancelledScenario,
  silentOrganisation,
  silentBuyer,
];

const stored = Object.values(schema).flatMap((value) => (is(value, Table) ? [value] : []));

test('every table is named as public, as technical, or by what is planted in it', () => {
  expect(Object.keys(tables).sort()).toEqual(stored.map(getTableName).sort());
  const named = Object.values(tables).flatMap((holds) => (typeof holds === 'string' ? [] : holds.words));
  const rest = ['earlyDecisionDay', 'earlyDecisionNumber']; // of the same decision
  expect([...named, ...rest].sort()).toEqual(Object.keys(canaries).sort());
});

test.each(stored.map((table) => [getTableName(table), table] as const))(
  'what is not public of %s has its canaries, in each of its states',
  async (name, table) => {
    const holds = tables[name]!;
    const hasStates = 'state' in getTableColumns(table);
    if (typeof holds === 'string') return expect(hasStates).toBe(false);
    const rows = (await db.select().from(table as typeof products)) as { state?: string }[];
    const all = JSON.stringify(rows);
    for (const key of holds.words) expect(all).toContain(canaries[key]);
    const { states } = holds;
    expect(states !== undefined).toBe(hasStates);
    if (!states || states === 'every') return;
    for (const state of hiddenStates[states]) {
      const of = JSON.stringify(rows.filter((row) => row.state === state));
      expect(of, state).toContain(hidden(states, state));
    }
  },
);

test.each(outlets)(
  'nothing that is not public comes out of: $name',
  async ({ says, keeps = [] }) => {
    const words = planted.filter((word) => !keeps.includes(word));
    const heard = (said: string) => words.filter((word) => said.toLowerCase().includes(word));
    // what does not depend on the words is asked for once, below
    const asks = says.length > 0 ? words : [];
    for (const asked of asks) {
      // the page repeats the words that were asked, so they are asked for under another name
      const said = JSON.stringify(await says(asked)).replaceAll(`"${asked}"`, '""');
      expect(heard(said), `${asked} asked`).toEqual([]);
    }
    // what is asked for by its beginning or with a slip is neither completed nor set right
    for (const word of asks)
      expect(heard(JSON.stringify(await says(word.slice(0, -1)))), `${word} nearly asked`).toEqual([]);
    expect(heard(JSON.stringify(await says('无人机')))).toEqual([]);
    // some ask for hundreds of pages
  },
  90_000,
);

test('what is public in the same words is found, so that the test above can fail', async () => {
  const id = await changeProduct('P-UAV-02', { keywords: ['zqpublicword'] });
  await drainOutbox();
  expect((await find({ type: 'product', q: 'zqpublicword' })).ids).toEqual([id]);
});

test('a comparison finds what is missing, old or too much in index and words, and the outbox mends it', async () => {
  expect((await reconcile()).map((one) => one.mended)).toEqual([[], []]);
  const index = searchClient().index<{ id: string; mark: string }>(indexName('products'));
  const { results } = await index.getDocuments({ limit: 3 });
  const [missing, old, copied] = results;
  await index.deleteDocument(missing!.id).waitTask();
  await index.addDocuments([{ ...old!, mark: 'another' }]).waitTask();
  await index.addDocuments([{ ...copied!, id: 'nobody' }]).waitTask();
  const [product] = await reconcile();
  expect([...product!.mended].sort()).toEqual([missing!.id, old!.id, 'nobody'].sort());
  expect(product!.bucketsThatDiffer).toBeGreaterThan(0);
  await drainOutbox();
  expect((await reconcile()).map((one) => one.mended)).toEqual([[], []]);
  await expect(index.getDocument('nobody')).rejects.toThrow();
}, 60_000);
