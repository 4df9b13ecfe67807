import type { ProductRowData } from './product-row';
import type { TrialPolicy } from '../offerings/offering';

/** How many products stand beside each other at most. */
export const mostCompared = 5;
/** From so many on there is something to compare. */
export const leastCompared = 2;

/** What a comparison shows of a product. Money in fen, days as YYYY-MM-DD. */
export interface ComparedProduct extends Pick<
  ProductRowData,
  | 'code'
  | 'name'
  | 'kind'
  | 'industry'
  | 'maturity'
  | 'organisationName'
  | 'organisationCode'
  | 'district'
  | 'recognition'
  | 'priceMin'
  | 'priceMax'
  | 'priceUnit'
  | 'buyers'
  | 'users'
> {
  model: string | null;
  trl: number | null;
  leadTimeDays: number | null;
  trialPolicy: TrialPolicy | null;
  trialNote: string | null;
  warranty: string | null;
  serviceAreas: string[];
  /** Facts from public reports only: nobody to enquire of. */
  reported: boolean;
  specifications: ComparedSpecification[];
}

/** `line`: the name that specifications of equal meaning share. `meaning`: the same for 100 kW and 0.1 MW. */
export interface ComparedSpecification {
  name: string;
  value: string;
  line: string;
  meaning: string;
}

/** One line of a comparison: a value for each product, null where it says nothing. */
export interface CompareLine {
  label: string;
  values: (string | null)[];
  /** Whether the products do not all say the same. */
  differs: boolean;
}

/** A line, with whether its values differ in what they mean: as they are written, if nothing else is known. */
export const compareLine = (label: string, values: (string | null)[], meanings = values): CompareLine => ({
  label,
  values,
  differs: new Set(meanings.map((value) => value?.replace(/\s+/g, '') ?? null)).size > 1,
});

/**
 * Every specification that one of the products names, those first that most of them share. What one product says of
 * two names of equal meaning stands in two lines.
 */
export function compareSpecifications(
  products: readonly Pick<ComparedProduct, 'specifications'>[],
): CompareLine[] {
  type Line = { label: string; said: (ComparedSpecification | null)[] };
  const lines = new Map<string, Line>();
  products.forEach(({ specifications }, column) => {
    for (const one of specifications) {
      const shared = lines.get(one.line);
      const key = shared?.said[column] ? `${one.line} ${one.name}` : one.line;
      const line = lines.get(key) ?? { label: one.name, said: products.map(() => null) };
      line.said[column] ??= one;
      lines.set(key, line);
    }
  });
  const named = ({ said }: Line) => said.filter((one) => one !== null).length;
  return [...lines.values()]
    .sort((a, b) => named(b) - named(a))
    .map(({ label, said }) =>
      compareLine(
        label,
        said.map((one) => one?.value ?? null),
        said.map((one) => one?.meaning ?? null),
      ),
    );
}

/** The codes of an address: each once, at most five; `more` are those that had no room. */
export function readComparedCodes(given: readonly string[]) {
  const codes = [...new Set(given.map((code) => code.trim().toUpperCase().slice(0, 40)).filter(Boolean))];
  return { codes: codes.slice(0, mostCompared), more: codes.slice(mostCompared, 4 * mostCompared) };
}

/** What is ticked on a list of `listed` codes, in its order, and whether so many can stand beside each other. */
export function readTicked(given: readonly string[], listed: readonly string[]) {
  const ticked = listed.filter((code) => given.includes(code));
  const problem = ticked.length < leastCompared ? 'few' : ticked.length > mostCompared ? 'many' : undefined;
  return { ticked, problem } as const;
}
