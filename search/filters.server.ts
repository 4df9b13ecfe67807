import { today, type Facts, type ItemType } from './item.server';

/** What a list is narrowed to. Several values of one facet: any of them. Money in fen. */
export type Filters = {
  kind?: string[];
  industry?: string[];
  category?: string[];
  district?: string[];
  zone?: string[];
  recognised?: ('valid' | 'expired' | 'none')[];
  maturity?: string[];
  used?: ('bought' | 'tried')[];
  /** lists that it stands on: the second of 2024 (`2024-2`), or that of this number in any year (`2`) */
  batch?: string[];
  /** products whose latest recognition began in these years */
  yearMin?: number;
  yearMax?: number;
  status?: ('open' | 'closed')[];
  /** products whose price range overlaps [priceMin, priceMax] */
  priceMin?: number;
  priceMax?: number;
  /** scenarios that close on one of these days (20261231) */
  closesFrom?: number;
  closesTo?: number;
  budgetMin?: number;
  budgetMax?: number;
};
export type Sort = 'relevance' | 'recognised' | 'price' | 'used' | 'deadline' | 'budget' | 'newest';

/** One condition, for the engine and for rows at hand. */
export type Clause = { facet: string; engine: string; test(facts: Facts): boolean };

/** A facet: where its values are read from and which of them a row or a stored value counts for. */
export type Facet = {
  name: string;
  field: keyof Facts;
  values(facts: Facts): string[];
  valueOf(stored: string): string;
};

const recognition = (until: number | undefined) =>
  until === undefined ? 'none' : until >= today() ? 'valid' : 'expired';
const status = (until: number | undefined) => ((until ?? 0) >= today() ? 'open' : 'closed');

const plain = (name: 'kind' | 'industry' | 'district' | 'zone' | 'maturity'): Facet => ({
  name,
  field: name,
  values: (facts) => (facts[name] === undefined ? [] : [facts[name]]),
  valueOf: (stored) => stored,
});
const listed = (name: 'category' | 'used' | 'batch'): Facet => ({
  name,
  field: name,
  values: (facts) => facts[name] ?? [],
  valueOf: (stored) => stored,
});

/** The facets of each type, in the order of the page. */
export const facets: Record<ItemType, Facet[]> = {
  product: [
    plain('kind'),
    plain('industry'),
    listed('category'),
    plain('district'),
    plain('zone'),
    {
      name: 'recognised',
      field: 'recognisedUntil',
      values: (facts) => [recognition(facts.recognisedUntil)],
      valueOf: (stored) => recognition(Number(stored)),
    },
    plain('maturity'),
    listed('used'),
    listed('batch'),
  ],
  scenario: [
    listed('category'),
    listed('batch'),
    plain('district'),
    plain('zone'),
    {
      name: 'status',
      field: 'openUntil',
      values: (facts) => [status(facts.openUntil)],
      valueOf: (stored) => status(Number(stored)),
    },
  ],
};

const quote = (value: string) => `"${value.replace(/["\\]/g, '\\$&')}"`;

function valueCondition(facet: Facet, value: string): string {
  if (facet.name === 'recognised') {
    if (value === 'none') return 'recognisedUntil NOT EXISTS';
    return `recognisedUntil ${value === 'valid' ? '>=' : '<'} ${today()}`;
  }
  if (facet.name === 'status') return `openUntil ${value === 'open' ? '>=' : '<'} ${today()}`;
  return `${facet.field} = ${quote(value)}`;
}

/** The conditions that a list of this type understands; others are left out. */
export function clausesOf(type: ItemType, filters: Filters): Clause[] {
  const clauses: Clause[] = [];
  for (const facet of facets[type]) {
    const chosen = filters[facet.name as 'kind'];
    if (!chosen?.length) continue;
    clauses.push({
      facet: facet.name,
      engine: `(${chosen.map((value) => valueCondition(facet, value)).join(' OR ')})`,
      test: (facts) => facet.values(facts).some((value) => chosen.includes(value)),
    });
  }
  const limit = (
    facet: string,
    field: 'priceMin' | 'priceMax' | 'budget' | 'recognisedFrom' | 'openUntil',
    sign: '>=' | '<=',
    value: number | undefined,
  ) => {
    if (value === undefined || !Number.isFinite(value)) return;
    const test = (facts: Facts) =>
      facts[field] !== undefined && (sign === '>=' ? facts[field] >= value : facts[field] <= value);
    clauses.push({ facet, engine: `${field} ${sign} ${Math.round(value)}`, test });
  };
  if (type === 'product') {
    // A price that has run out is none, from the day after on: the day is compared, nothing has to be indexed anew.
    if (filters.priceMin !== undefined || filters.priceMax !== undefined) clauses.push(priced());
    limit('price', 'priceMax', '>=', filters.priceMin);
    limit('price', 'priceMin', '<=', filters.priceMax);
    limit('year', 'recognisedFrom', '>=', filters.yearMin && filters.yearMin * 10_000);
    limit('year', 'recognisedFrom', '<=', filters.yearMax && filters.yearMax * 10_000 + 1231);
  } else {
    limit('deadline', 'openUntil', '>=', filters.closesFrom);
    limit('deadline', 'openUntil', '<=', filters.closesTo);
    limit('budget', 'budget', '>=', filters.budgetMin);
    limit('budget', 'budget', '<=', filters.budgetMax);
  }
  return clauses;
}

/** Products whose price holds today. */
function priced(): Clause {
  const day = today();
  return {
    facet: 'price',
    engine: `offerUntil >= ${day}`,
    test: (facts) => (facts.offerUntil ?? 0) >= day,
  };
}

/** One stretch of a list: an extra condition and an order. A list is its stretches one after the other. */
export type Stretch = {
  engine?: string;
  test(facts: Facts): boolean;
  sort: string[];
  compare(a: Facts, b: Facts): number;
};

const all = () => true;
const byCode = (a: Facts, b: Facts) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
/** Missing values last, whatever the direction: as the engine sorts. */
function by(
  ...keys: [
    field:
      'recognisedFrom' | 'recognisedUntil' | 'uses' | 'priceMin' | 'openUntil' | 'budget' | 'publishedAt',
    way: 'asc' | 'desc',
  ][]
) {
  const compare = (a: Facts, b: Facts) => {
    for (const [field, way] of keys) {
      const [x, y] = [a[field], b[field]];
      if (x === y) continue;
      if (x === undefined) return 1;
      if (y === undefined) return -1;
      return way === 'asc' ? x - y : y - x;
    }
    return byCode(a, b);
  };
  return { sort: [...keys.map(([field, way]) => `${field}:${way}`), 'code:asc'], compare };
}

/** How a list without a query, or with an order other than relevance, is laid out. */
export function stretchesOf(type: ItemType, sort: Sort): Stretch[] {
  const known =
    type === 'product' ? ['recognised', 'price', 'used', 'newest'] : ['deadline', 'budget', 'newest'];
  const order =
    sort === 'relevance'
      ? type === 'product'
        ? 'recognised'
        : 'deadline'
      : known.includes(sort)
        ? sort
        : 'newest';
  switch (order) {
    case 'recognised':
      return [
        {
          test: all,
          ...by(['recognisedUntil', 'desc'], ['recognisedFrom', 'desc'], ['publishedAt', 'desc']),
        },
      ];
    case 'price':
      return [
        { ...priced(), ...by(['priceMin', 'asc']) },
        {
          engine: `(offerUntil NOT EXISTS OR offerUntil < ${today()})`,
          test: (facts) => !priced().test(facts),
          ...by(),
        },
      ];
    case 'used':
      return [{ test: all, ...by(['uses', 'desc'], ['recognisedUntil', 'desc']) }];
    case 'budget':
      return [{ test: all, ...by(['budget', 'desc']) }];
    case 'deadline': {
      const day = today();
      const open = (facts: Facts) => (facts.openUntil ?? 0) >= day;
      return [
        { engine: `openUntil >= ${day}`, test: open, ...by(['openUntil', 'asc']) },
        { engine: `openUntil < ${day}`, test: (facts) => !open(facts), ...by(['openUntil', 'desc']) },
      ];
    }
    default:
      return [{ test: all, ...by(['publishedAt', 'desc']) }];
  }
}
