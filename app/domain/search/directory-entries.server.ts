import { and, asc, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { hasSomethingPublic } from '#db/public.server';
import { organisations } from '#db/schema';
import { fold, quickPinyinOf } from '#search/text.server';
import { listPublications } from '~/domain/publications/publications.server';
import { kept } from '../kept.server';
import { directoryOrganisationKinds } from './directory-query';
import type { OrganisationListed } from './directory-result';

/** A row with what it is found by. */
export interface Entry<T> {
  row: T;
  /** The name, and everything it may be found by. All folded. */
  name: string;
  text: string;
  full: string;
  initials: string;
}

const readings = new Map<string, { full: string; initials: string }>();
const readingOf = (name: string) => {
  const known = readings.get(name) ?? quickPinyinOf(name);
  readings.set(name, known);
  return known;
};

function entry<T>(row: T, name: string, others: readonly (string | null)[]): Entry<T> {
  const folded = fold(name);
  return { row, name: folded, text: fold([name, ...others].filter(Boolean).join(' ')), ...readingOf(folded) };
}

/** Every published batch, newest first. */
export const publications = kept(async () =>
  (await listPublications()).map((row) =>
    entry(row, row.title, [row.code, row.documentNumber, row.authority]),
  ),
);

const inNameOrder = new Intl.Collator('zh-CN');

/** Every enterprise and buyer with something public, by name as a Chinese reader looks it up. */
export const organisationsListed = kept(async () => {
  const rows = await db
    .select({
      code: organisations.code,
      name: organisations.name,
      shortName: organisations.shortName,
      kind: organisations.kind,
      category: organisations.category,
      district: organisations.district,
      industry: organisations.industry,
      zone: organisations.zone,
      creditCode: organisations.creditCode,
    })
    .from(organisations)
    .where(and(inArray(organisations.kind, [...directoryOrganisationKinds]), hasSomethingPublic()))
    .orderBy(asc(organisations.code));
  rows.sort((a, b) => inNameOrder.compare(a.name, b.name));
  return rows.map(({ zone, creditCode, ...row }) =>
    entry(row as OrganisationListed, row.name, [
      row.shortName,
      row.code,
      creditCode,
      row.industry,
      row.category,
      row.district,
      zone,
    ]),
  );
});

/** Makes the next look read the database again; for tests. */
export function forgetDirectory() {
  publications.forget();
  organisationsListed.forget();
}
