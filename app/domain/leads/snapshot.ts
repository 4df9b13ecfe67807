import { pick } from '~/domain/pick';
import type { ProductKind, Specification } from '~/domain/products/product';

/** What a product said of itself, as it is kept with leads and purchases. */
export type ProductText = {
  name: string;
  model: string | null;
  kind: ProductKind;
  industry: string;
  composition: string | null;
  summary: string;
  innovation: string | null;
  specifications: Specification[];
  trl: number | null;
  maturity: string | null;
  producer: string;
};

/** What a product that was made by `producer` says of itself. */
export const productText = (product: Omit<ProductText, 'producer'>, producer: string): ProductText => ({
  ...pick(
    product,
    'name',
    'model',
    'kind',
    'industry',
    'composition',
    'summary',
    'innovation',
    'specifications',
    'trl',
    'maturity',
  ),
  producer,
});

export type Snapshot = {
  lead: string;
  /** the code of the procurement record that points at it too */
  purchase: string | null;
  product: string;
  version: number;
  keptAt: Date;
  kept: ProductText;
  /** what it says now; null for a buyer while it is not public */
  today: ProductText | null;
};
