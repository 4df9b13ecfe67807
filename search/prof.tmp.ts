import { readFileSync } from 'node:fs';
process.env.DATA_DIR = process.argv[2]!;
const { startSearch, engineReady, stopSearch, searchClient } = await import('./engine.server');
const { ensureIndexes } = await import('./rebuild.server');
const { vocabulary } = await import('./vocabulary.server');
const { understand } = await import('./query.server');
const { rank } = await import('./rank.server');
const { asEngineFilter } = await import('./wanted.server');
const { closeDatabase } = await import('#db/client.server');
const { answerByDatabase } = await import('./fallback.server');
const { find, suggest } = await import('./find.server');
startSearch();
await engineReady();
await ensureIndexes();
let t0 = performance.now();
const v = await vocabulary();
console.log('vocab', performance.now() - t0);
const dev = JSON.parse(readFileSync('/work/shared/data/queries-dev.json', 'utf8')).queries.map(
  (q: any) => q.query,
);
const T: Record<string, number[]> = {};
const lap = async (l: string, fn: () => any) => {
  const t = performance.now();
  const r = await fn();
  (T[l] ??= []).push(performance.now() - t);
  return r;
};
const c = searchClient();
const ix = 'products';
for (const q of dev) {
  const m: any = await lap('understand', () => understand(q, v));
  if (!m.wanted) continue;
  const filter = asEngineFilter(m.wanted);
  const known = m.units.filter((u: any) => u.spellings.length);
  const together = known.map((u: any) => u.spellings[0].text).join(' ');
  const apart = known.slice(0, 3).flatMap((u: any) => u.spellings.slice(0, 3));
  const common = {
    indexUid: ix,
    filter,
    locales: ['cmn'] as ['cmn'],
    attributesToRetrieve: ['id', 'code', 'recognisedUntil', 'text'],
  };
  const f = (cm: any, d: any[], ph = true) =>
    c.multiSearch({
      federation: { limit: 60 },
      queries: [
        { ...cm, q: together },
        ...d.map((s: any) => ({ ...cm, q: s.text, federationOptions: { weight: 0.6 } })),
        ...(ph ? [{ ...cm, q: '', federationOptions: { weight: 0.01 } }] : []),
      ],
    } as any);
  await lap('raw', () =>
    c.index(ix).search(q, { limit: 20, facets: ['kind', 'industry', 'district', 'category'] }),
  );
  await lap('raw1', () => c.index(ix).search(q, { limit: 20 }));
  const r: any = await lap('federated', () => f(common, apart));
  await lap('fed idonly', () => f({ ...common, attributesToRetrieve: ['id'] }, apart));
  await lap('fed noplaceholder', () => f({ ...common, attributesToRetrieve: ['id'] }, apart, false));
  await lap('fed A only', () => f({ ...common, attributesToRetrieve: ['id'] }, [], false));
  await lap('fed nofilter', () =>
    f({ ...common, filter: undefined, attributesToRetrieve: ['id'] }, apart, false),
  );
  await lap('A filter only', () => c.index(ix).search('', { filter, limit: 0 }));
  await lap('count facets', () =>
    c
      .index(ix)
      .search('', {
        filter,
        limit: 0,
        facets: ['kind', 'industry', 'category', 'district', 'recognisedUntil', 'maturity'],
      }),
  );
  await lap('rank', () => rank(r.hits, m));
  await lap('find', () => find({ type: 'product', q, limit: 20 }));
  await lap('find again', () => find({ type: 'product', q, limit: 20, offset: 20 }));
  await lap('suggest', () => suggest(q.slice(0, 4)));
  await lap('db', () =>
    answerByDatabase({ type: 'product', meaning: m, filters: {}, sort: 'relevance', limit: 20, offset: 0 }),
  );
  await lap('all', () =>
    c
      .index(ix)
      .search(together, { filter, limit: 60, attributesToRetrieve: ['id'], matchingStrategy: 'all' }),
  );
  await lap('freq', () =>
    c
      .index(ix)
      .search(together, { filter, limit: 60, attributesToRetrieve: ['id'], matchingStrategy: 'frequency' }),
  );
}
for (const [k, a] of Object.entries(T)) {
  a.sort((x, y) => x - y);
  console.log(
    k.padEnd(20),
    'p50',
    a[a.length >> 1]!.toFixed(1),
    'p95',
    a[Math.floor(a.length * 0.95)]!.toFixed(1),
    a.length,
  );
}
await stopSearch();
await closeDatabase();
