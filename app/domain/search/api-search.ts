import { productKinds } from '#db/schema/words';
import {
  choiceNames,
  inferredKeys,
  productSorts,
  rangeNames,
  readSearchQuery,
  recognitionChoices,
  scenarioSorts,
  statusChoices,
  usedChoices,
  type SearchQuery,
  type TermsInUse,
} from './search-query';

/** What `GET /api/v1/search` asks for. */
export interface ApiSearch {
  query: SearchQuery;
  limit: number;
  offset: number;
}

const longestQuery = 200;
const ranges = { limit: { from: 1, to: 100, usual: 20 }, offset: { from: 0, to: 100_000, usual: 0 } };
const mostValues = 20;
const oneOf = (values: readonly string[]) => `must be one of ${values.join(', ')}`;
const amount = 'must be an amount in 万元';
const year = 'must be a year from 1900 to 2099';

/** What a parameter takes, for whoever gave it something else. */
const rules = {
  q: `must have at most ${longestQuery} characters`,
  type: 'must be product or scenario',
  kind: oneOf(productKinds),
  recognised: oneOf(recognitionChoices),
  used: oneOf(usedChoices),
  status: oneOf(statusChoices),
  batch: 'must be the number of a list, with its year or without: 2026-2, 2',
  industry: 'is no industry that is known',
  category: 'is no category that is known',
  maturity: 'is no maturity that is known',
  district: 'is no district that is known',
  zone: 'is no zone that is known',
  without: oneOf(inferredKeys),
  sort: `must be one of ${productSorts.join(', ')} for products, ${scenarioSorts.join(', ')} for scenarios`,
  priceMin: amount,
  priceMax: amount,
  budgetMin: amount,
  budgetMax: amount,
  yearMin: year,
  yearMax: year,
  limit: `must be a whole number from ${ranges.limit.from} to ${ranges.limit.to}`,
  offset: `must be a whole number from ${ranges.offset.from} to ${ranges.offset.to}`,
};
type Name = keyof typeof rules;

/** The parameters of one type that the other has not. */
const named = {
  product: [...choiceNames.product, ...rangeNames('product'), 'yearMin', 'yearMax'],
  scenario: [...choiceNames.scenario, ...rangeNames('scenario')],
} satisfies Record<SearchQuery['type'], readonly Name[]>;
const lists: readonly string[] = [...choiceNames.product, ...choiceNames.scenario, 'without'];

/**
 * The parameters of `GET /api/v1/search`, or what is wrong with them, in one line. They mean what they mean in the
 * addresses of the pages; an empty one, as a form left empty sends it, is as good as none. What a page would leave out is
 * refused here: a machine does not read the sentence that says so.
 */
export function readApiSearch(given: URLSearchParams, inUse?: TermsInUse) {
  const params = new URLSearchParams([...given].filter(([, value]) => value.trim() !== ''));
  params.delete('page');
  const faults: string[] = [];
  const refuse = (name: Name, why: string = rules[name]) => void faults.push(`${name}: ${why}`);
  for (const name of Object.keys(rules) as Name[]) {
    const most = lists.includes(name) ? mostValues : 1;
    if (params.getAll(name).length > most)
      refuse(name, most > 1 ? `may be given ${most} times` : 'may be given once');
  }
  const { query, ignored } = readSearchQuery(params, undefined, inUse);
  const other = query.type === 'product' ? 'scenario' : 'product';
  for (const name of named[other])
    if (params.has(name) && !(named[query.type] as readonly Name[]).includes(name))
      refuse(name, `is a property of ${other}s only`);
  for (const name of new Set(ignored.map((one) => one.name as Name))) refuse(name);
  const q = (params.get('q') ?? '').trim();
  if (q.length > longestQuery) refuse('q');
  const whole = (name: 'limit' | 'offset') => {
    const { from, to, usual } = ranges[name];
    const text = params.get(name) ?? String(usual);
    const number = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
    if (!(number >= from && number <= to)) refuse(name);
    return number;
  };
  const [limit, offset] = [whole('limit'), whole('offset')];
  if (faults.length > 0) return { ok: false as const, detail: faults.join('; ') };
  return { ok: true as const, data: { query: { ...query, q }, limit, offset } satisfies ApiSearch };
}
