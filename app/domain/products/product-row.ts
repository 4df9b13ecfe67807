import type { ProductKind } from './product';

/** A product as lists show it. Money in fen, days as YYYY-MM-DD. */
export interface ProductRowData {
  id: string;
  code: string;
  name: string;
  kind: ProductKind;
  industry: string;
  maturity: string | null;
  organisationName: string;
  organisationCode: string;
  district: string | null;
  zone: string | null;
  intendedCategories: string[];
  specs: { label: string; value: string }[];
  /** The recognition in force, else the one that stands or ended last; null when none was ever decided. */
  recognition: { kind: ProductKind; inForce: boolean; onNotice: boolean; validUntilOn: string } | null;
  priceMin: number | null;
  priceMax: number | null;
  priceUnit: string | null;
  firsts: { kind: 'purchase' | 'use'; scope: 'city' }[];
  /** Organisations that have bought it; organisations whose trial it passed. */
  buyers: number;
  users: number;
}
