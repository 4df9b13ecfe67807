import type { FederatedMultiSearchParams, Meilisearch, MultiSearchParams } from 'meilisearch';
import { explain, rankedCandidates, unexplained, type Answer, type Question } from './answer.server';
import { askEngine, indexName } from './engine.server';
import { clausesOf, facets, stretchesOf, type Clause, type Stretch } from './filters.server';
import type { Understanding } from './query.server';
import { rank, type Rankable } from './rank.server';
import { sources } from './sources.server';
import { asEngineFilter } from './wanted.server';

type Hit = Rankable;

const top = { units: 3, spellings: 2 };
const locales: ['cmn'] = ['cmn'];

const join = (...conditions: (string | undefined)[]) => conditions.filter(Boolean).join(' AND ') || undefined;

/** Totals and facet counts; a facet's own choice does not lessen its counts. */
async function count(
  client: Meilisearch,
  index: string,
  { type }: Question,
  base: string | undefined,
  clauses: Clause[],
) {
  const without = (facet: string) =>
    join(base, ...clauses.filter((one) => one.facet !== facet).map((one) => one.engine));
  const chosen = facets[type].filter((facet) => clauses.some((clause) => clause.facet === facet.name));
  const others = facets[type].filter((facet) => !chosen.includes(facet));
  const ask = (filter: string | undefined, fields: string[]) => ({
    indexUid: index,
    q: '',
    limit: 0,
    filter,
    facets: fields,
  });
  const queries = [
    ask(
      join(base, ...clauses.map((one) => one.engine)),
      others.map((facet) => facet.field),
    ),
    ...chosen.map((facet) => ask(without(facet.name), [facet.field])),
  ];
  const { results } = await client.multiSearch<MultiSearchParams, Hit>({ queries });
  const counts: Answer['facets'] = {};
  const read = (facet: (typeof chosen)[number], at: number) => {
    const result = results[at];
    const values: Record<string, number> = {};
    let present = 0;
    for (const [stored, n] of Object.entries(result?.facetDistribution?.[facet.field] ?? {})) {
      const value = facet.valueOf(stored);
      values[value] = (values[value] ?? 0) + n;
      present += n;
    }
    const rest = (result?.estimatedTotalHits ?? 0) - present;
    if (facet.name === 'recognised' && rest > 0) values.none = rest;
    counts[facet.name] = values;
  };
  others.forEach((facet) => read(facet, 0));
  chosen.forEach((facet, i) => read(facet, i + 1));
  return { total: results[0]?.estimatedTotalHits ?? 0, facets: counts };
}

/** One federated search: the query's best spellings together, its most telling units one by one, then whatever fits. */
async function candidates(
  client: Meilisearch,
  index: string,
  meaning: Understanding,
  filter: string | undefined,
): Promise<Hit[]> {
  const common = {
    indexUid: index,
    filter,
    locales,
    attributesToRetrieve: ['id', 'code', 'recognisedUntil', 'uses', 'publishedAt', 'text'],
  };
  const known = meaning.units.filter((unit) => unit.spellings.length > 0);
  const together = known.map((unit) => unit.spellings[0]!.text).join(' ');
  const apart = known.slice(0, top.units).flatMap((unit) => unit.spellings.slice(0, top.spellings));
  const parameters: FederatedMultiSearchParams = {
    federation: { limit: rankedCandidates },
    queries: [
      { ...common, q: together, matchingStrategy: 'frequency' },
      ...apart.map(({ text }) => ({ ...common, q: text, federationOptions: { weight: 0.6 } })),
      { ...common, q: '', federationOptions: { weight: 0.01 } },
    ],
  };
  const { hits } = await client.multiSearch<FederatedMultiSearchParams, Hit>(parameters);
  return hits;
}

/** The page `offset`, `limit` of stretches laid one after the other. */
async function page(
  client: Meilisearch,
  index: string,
  stretches: Stretch[],
  filter: string | undefined,
  offset: number,
  limit: number,
) {
  const ids: string[] = [];
  let skip = offset;
  for (const stretch of stretches) {
    if (ids.length >= limit) break;
    const found = await client.index<Hit>(index).search('', {
      filter: join(filter, stretch.engine),
      sort: stretch.sort,
      offset: skip,
      limit: limit - ids.length,
      attributesToRetrieve: ['id'],
    });
    ids.push(...found.hits.map((hit) => hit.id));
    skip = Math.max(0, skip - found.estimatedTotalHits);
  }
  return ids;
}

/** The answer of Meilisearch; throws when it is down or the index is missing. */
export function answerByEngine(question: Question): Promise<Answer> {
  const { type, meaning, filters, sort, limit, offset } = question;
  const index = indexName(sources[type].index);
  const base = meaning?.wanted && asEngineFilter(meaning.wanted);
  const clauses = clausesOf(type, filters);
  const filter = join(base, ...clauses.map((one) => one.engine));
  return askEngine(async (client) => {
    const counting = count(client, index, question, base, clauses);
    if (!meaning || sort !== 'relevance') {
      const listing = limit ? page(client, index, stretchesOf(type, sort), filter, offset, limit) : [];
      const [counted, ids] = await Promise.all([counting, listing]);
      return { ids, ...unexplained, ...counted };
    }
    if (!limit) return { ids: [], ...unexplained, ...(await counting) };
    const [counted, hits] = await Promise.all([counting, candidates(client, index, meaning, filter)]);
    const ranked = rank(hits, meaning, type);
    const ids = ranked.map((one) => one.item.id);
    const shown = ids.slice(offset, offset + limit);
    if (shown.length < limit && offset + shown.length < counted.total) {
      const others = join(filter, `id NOT IN [${ids.map((id) => `"${id}"`).join(', ')}]`);
      const from = Math.max(0, offset - ids.length);
      shown.push(
        ...(await page(client, index, stretchesOf(type, 'newest'), others, from, limit - shown.length)),
      );
    }
    return { ids: shown, ...explain(shown, ranked), ...counted };
  });
}
