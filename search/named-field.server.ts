import { categoryNames, goodsNames, industryNames } from './field-names';
import { clausesOf } from './filters.server';
import type { ItemType } from './item.server';
import { fold } from './text.server';

/**
 * An industry or category of scenarios that a query is the name of, and how that is searched for. `first`: what is of it
 * stands before everything else.
 */
export type NamedField = { facet: 'industry' | 'category'; name: string; reading: string; first: boolean };

const byName = new Map(
  (
    [
      ['industry', industryNames],
      ['category', categoryNames],
    ] as const
  ).flatMap(([facet, names]) =>
    Object.entries(names).flatMap(([name, english]) => {
      const field: NamedField = { facet, name, reading: fold(name), first: !goodsNames.has(name) };
      return [name, english].map((written) => [fold(written), field] as const);
    }),
  ),
);

/** The industry or category whose name this folded text is, no more and no less, in Chinese or English. */
export const namedField = (folded: string): NamedField | undefined => byName.get(folded.trim());

/** What is of the field that the query names; undefined when it names none, or none that this type has. */
export function ofField(type: ItemType, field: NamedField | undefined) {
  const [clause] = field ? clausesOf(type, { [field.facet]: [field.name] }) : [];
  return clause;
}

/** The same where that is to stand before everything else. */
export const firstOf = (type: ItemType, field: NamedField | undefined) =>
  field?.first ? ofField(type, field) : undefined;
