import type { ProductRowData } from './product-row';
import type { TrialPolicy } from '../offerings/offering';

/** How many products stand beside each other at most. */
export const mostCompared = 5;

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
  specifications: { name: string; value: string }[];
}

/** One line of a comparison: a value for each product, null where it says nothing. */
export interface CompareLine {
  label: string;
  values: (string | null)[];
  /** Whether the products do not all say the same. */
  differs: boolean;
}

/** A line, with whether its values differ. */
export const compareLine = (label: string, values: (string | null)[]): CompareLine => ({
  label,
  values,
  differs: new Set(values.map((value) => value?.replace(/\s+/g, '') ?? null)).size > 1,
});

const plain = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

/** Every specification that one of the products names, those first that most of them share. */
export function compareSpecifications(
  products: readonly Pick<ComparedProduct, 'specifications'>[],
): CompareLine[] {
  const lines = new Map<string, { label: string; values: (string | null)[]; named: number }>();
  products.forEach(({ specifications }, column) => {
    for (const { name, value } of specifications) {
      const line = lines.get(plain(name)) ?? { label: name, values: products.map(() => null), named: 0 };
      if (line.values[column] === null) line.named++;
      line.values[column] ??= value;
      lines.set(plain(name), line);
    }
  });
  return [...lines.values()]
    .sort((a, b) => b.named - a.named)
    .map(({ label, values }) => compareLine(label, values));
}

/** The codes of an address: each once, at most five; `more` are those that had no room. */
export function readComparedCodes(given: readonly string[]) {
  const codes = [...new Set(given.map((code) => code.trim().toUpperCase().slice(0, 40)).filter(Boolean))];
  return { codes: codes.slice(0, mostCompared), more: codes.slice(mostCompared, 4 * mostCompared) };
}
