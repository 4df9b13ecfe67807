import type { FacetDistribution, Meilisearch, MultiSearchParams, MultiSearchQuery } from 'meilisearch';
import {
  explain,
  explained,
  rankedCandidates,
  tally,
  unexplained,
  type Answer,
  type Question,
} from './answer.server';
import { wantedCalled } from './called.server';
import { askEngine, indexName } from './engine.server';
import { clausesOf, facets, stretchesOf, type Clause, type Facet, type Stretch } from './filters.server';
import { rankedAttributes } from './item.server';
import { firstOf } from './named-field.server';
import { wantedUnit, type Understanding, type Unit } from './query.server';
import { rank, type Rankable } from './rank.server';
import { sources } from './sources.server';
import { asEngineFilter } from './wanted.server';

const join = (...conditions: (string | undefined)[]) => conditions.filter(Boolean).join(' AND ') || undefined;

/** How many of the most telling units are looked for in names by themselves. */
const alone = 2;

/** A question as this engine takes it. */
type Asked = Question & {
  index: string;
  base: string | undefined;
  clauses: Clause[];
  /** the clauses alone, and with what the query wants */
  chosen: string | undefined;
  filter: string | undefined;
};

function asked(question: Question): Asked {
  const { type, meaning, filters } = question;
  const base = meaning?.wanted && asEngineFilter(meaning.wanted);
  const clauses = clausesOf(type, filters);
  const chosen = join(...clauses.map((one) => one.engine));
  const filter = join(base, chosen);
  return { ...question, index: indexName(sources[type].index), base, clauses, chosen, filter };
}

type Counts = Pick<Answer, 'total' | 'facets'>;

/** How many each value of a facet has; `of` is the number of items that were counted. */
function valuesOf(facet: Facet, distribution: FacetDistribution | undefined, of: number) {
  const values = tally();
  let present = 0;
  for (const [stored, n] of Object.entries(distribution?.[facet.field] ?? {})) {
    const value = facet.valueOf(stored);
    values[value] = (values[value] ?? 0) + n;
    present += n;
  }
  if (facet.name === 'recognised' && of > present) values.none = of - present;
  return values;
}

/** Facets in which something was chosen are counted apart, because their own choice does not lessen their counts. */
function facetsOf({ type, index, base, clauses }: Asked) {
  const isChosen = (facet: Facet) => clauses.some((clause) => clause.facet === facet.name);
  const chosen = facets[type].filter(isChosen);
  const others = facets[type].filter((facet) => !isChosen(facet));
  const apart = chosen.map((facet): MultiSearchQuery => {
    const rest = clauses.filter((one) => one.facet !== facet.name).map((one) => one.engine);
    return { indexUid: index, q: '', limit: 0, filter: join(base, ...rest), facets: [facet.field] };
  });
  return { chosen, others, apart };
}

type Part = { facetDistribution?: FacetDistribution; estimatedTotalHits?: number };

function countsOf(
  { chosen, others }: ReturnType<typeof facetsOf>,
  whole: Part,
  apart: readonly Part[],
): Counts {
  const total = whole.estimatedTotalHits ?? 0;
  const counted = (facet: Facet, part: Part | undefined) =>
    [facet.name, valuesOf(facet, part?.facetDistribution, part?.estimatedTotalHits ?? 0)] as const;
  return {
    total,
    facets: Object.fromEntries([
      ...others.map((facet) => counted(facet, whole)),
      ...chosen.map((facet, i) => counted(facet, apart[i])),
    ]),
  };
}

/** The page `limit`, `offset` of one stretch of a list. */
const stretchQuery = (
  { index, filter, meaning }: Asked,
  stretch: Stretch,
  limit: number,
  offset: number,
) => ({
  indexUid: index,
  q: '',
  filter: join(filter, stretch.engine),
  sort: stretch.sort,
  offset,
  limit,
  attributesToRetrieve: meaning ? rankedAttributes : ['id'],
});

/** What is left of a page after its first stretches: from the `stretches` that follow. */
async function restOfPage(
  client: Meilisearch,
  question: Asked,
  stretches: readonly Stretch[],
  offset: number,
  limit: number,
) {
  const hits: Rankable[] = [];
  let skip = offset;
  for (const stretch of stretches) {
    if (hits.length >= limit) break;
    const { indexUid, q, ...query } = stretchQuery(question, stretch, limit - hits.length, skip);
    const found = await client.index<Rankable>(indexUid).search(q, query);
    hits.push(...found.hits);
    skip = Math.max(0, skip - found.estimatedTotalHits);
  }
  return hits;
}

/** A list in an order that the engine knows: counts and the first stretch in one request. */
async function list(client: Meilisearch, question: Asked): Promise<Answer> {
  const { type, index, filter, sort, limit, offset } = question;
  const parts = facetsOf(question);
  const [first, ...others] = stretchesOf(type, sort);
  const queries: MultiSearchQuery[] = [
    { indexUid: index, q: '', limit: 0, filter, facets: parts.others.map((facet) => facet.field) },
    stretchQuery(question, first!, limit, offset),
    ...parts.apart,
  ];
  const { results } = await client.multiSearch<MultiSearchParams, Rankable>({ queries });
  const [whole, page, ...apart] = results;
  const hits: Rankable[] = [...page!.hits];
  const skip = Math.max(0, offset - (page!.estimatedTotalHits ?? 0));
  hits.push(...(await restOfPage(client, question, others, skip, limit - hits.length)));
  const ids = hits.map((hit) => hit.id);
  return { ids, ...explain(ids, explained(hits, question)), ...countsOf(parts, whole!, apart) };
}

/** Only how many there are. */
async function count(client: Meilisearch, { index, filter }: Asked): Promise<Answer> {
  const { estimatedTotalHits: total } = await client.index(index).search('', { filter, limit: 0 });
  return { ids: [], facets: {}, total, ...unexplained };
}

/**
 * Where the best are, the likeliest first: what is called exactly so, all ideas in the name, at last all of them anywhere
 * (`whole`); then the most telling ones in the name (`partly`). Ranking looks at the texts of what comes first of these.
 * What meets all ideas is wanted anyhow.
 */
function tiersOf({ meaning, chosen, filter }: Asked): { whole: string[]; partly: string[] } {
  const known = meaning!.units.filter((unit) => unit.spellings.length > 0);
  const [first, ...others] = known;
  if (!first) return { whole: [], partly: [] };
  const met = (unit: Unit) => asEngineFilter(wantedUnit(unit));
  const named = (unit: Unit, best?: number) => asEngineFilter(wantedUnit(unit, best), 'named');
  const all = known.map(met);
  const whole = [
    join(...known.map((unit) => named(unit))),
    join(named(first), ...others.map(met)),
    join(...all),
  ];
  const partly = [
    join(...all.slice(0, -1)),
    named(first, 1),
    ...known.slice(0, alone).map((unit) => named(unit)),
  ];
  const called = meaning!.called.length > 0 ? [asEngineFilter(wantedCalled(meaning!.called))] : [];
  const distinct = (tiers: (string | undefined)[], within: string | undefined) => [
    ...new Set(tiers.filter((tier) => tier !== undefined).map((tier) => join(tier, within)!)),
  ];
  return {
    whole: [...distinct(called, filter), ...distinct(whole, chosen)],
    partly: distinct(partly, filter),
  };
}

/** What fits a condition, if there is one, before what does not. */
const apartBy = (condition: string | undefined, stretches: Stretch[]): Stretch[] =>
  (condition ? [condition, `NOT (${condition})`] : [undefined]).flatMap((within) =>
    stretches.map((stretch) => ({ ...stretch, engine: join(within, stretch.engine) })),
  );

/** How many of each tier are looked at: none crowds out those after it. */
const ofEachTier = 16;
/** When so many meet everything, those that meet only part of it are not looked at; so many of them are. */
const enough = { found: 30, ranked: 40 };

/**
 * Some of each tier and, unless enough meet everything, of whatever fits. Where the query names a `field`, first what is of
 * it (`ofIt`) and, if that is more than is ranked, nothing else: all of it stands before the rest.
 */
async function gathered(
  client: Meilisearch,
  question: Asked,
  { whole, partly }: ReturnType<typeof tiersOf>,
  field: string | undefined,
): Promise<{ candidates: Map<string, Rankable>; ofIt?: Set<string> }> {
  const some = (tier: string | undefined, most = ofEachTier): MultiSearchQuery => ({
    indexUid: question.index,
    q: '',
    filter: tier,
    limit: most,
    // what only goes with the thing sought crowds it out of no tier, nor what is new what is recognised
    sort: ['own:desc', 'recognisedUntil:desc', 'uses:desc', 'publishedAt:desc'],
    attributesToRetrieve: rankedAttributes,
  });
  const ask = async (queries: MultiSearchQuery[]) =>
    (await client.multiSearch<MultiSearchParams, Rankable>({ queries })).results;
  const best = (within?: string) =>
    whole.map((tier, i) => some(join(tier, within), i === whole.length - 1 ? enough.ranked : undefined));
  const standing = field ? [some(join(field, question.filter), rankedCandidates)] : [];
  const queries = [...standing, ...best(field)];
  const found = queries.length ? await ask(queries) : [];
  const hits = () => found.flatMap((result) => result.hits);
  const ofIt = field ? new Set(hits().map((hit) => hit.id)) : undefined;
  const most = (field ? found[0] : found.at(-1))?.estimatedTotalHits ?? 0;
  if (field ? most <= rankedCandidates : most < enough.found) {
    const others = [...(field ? best() : []), ...partly.map((tier) => some(tier))];
    found.push(...(await ask([...others, some(question.filter, rankedCandidates)])));
  }
  return { candidates: new Map(hits().map((hit) => [hit.id, hit])), ofIt };
}

/**
 * The counts, and beside them the candidates, ranked here by their texts. Two requests at once: for one the engine would
 * do all of it one after the other.
 */
async function ranked(client: Meilisearch, question: Asked, meaning: Understanding): Promise<Answer> {
  const { type, index, filter, limit, offset } = question;
  const parts = facetsOf(question);
  const tiers = tiersOf(question);
  const whatever = {
    indexUid: index,
    q: '',
    filter,
    limit: 0,
    facets: parts.others.map((facet) => facet.field),
  };
  const field = firstOf(type, meaning.field)?.engine;
  const [counted, { candidates, ofIt }] = await Promise.all([
    client.multiSearch({ queries: [whatever, ...parts.apart] }),
    gathered(client, question, tiers, field),
  ]);
  const [whole, ...apart] = counted.results;
  const counts = countsOf(parts, whole!, apart);
  const best = rank([...candidates.values()], meaning, type, ofIt);
  const ids = best.map((one) => one.item.id);
  const shown = ids.slice(offset, offset + limit);
  if (shown.length < limit && offset + shown.length < counts.total) {
    const rest = {
      ...question,
      filter: join(filter, `id NOT IN [${ids.map((id) => `"${id}"`).join(', ')}]`),
    };
    const from = Math.max(0, offset - ids.length);
    // what is of the field and what meets everything before what is not and does
    const stretches = apartBy(field, apartBy(tiers.whole.at(-1), stretchesOf(type, 'newest')));
    const hits = await restOfPage(client, rest, stretches, from, limit - shown.length);
    shown.push(...hits.map((hit) => hit.id));
    best.push(...explained(hits, question));
  }
  return { ids: shown, ...explain(shown, best), ...counts };
}

/** The answer of Meilisearch; throws when it is down or the index is missing. A `limit` of 0 only counts. */
export function answerByEngine(plain: Question): Promise<Answer> {
  const question = asked(plain);
  const { meaning, sort, limit } = question;
  return askEngine((client) => {
    if (limit === 0) return count(client, question);
    return meaning && sort === 'relevance' ? ranked(client, question, meaning) : list(client, question);
  });
}
