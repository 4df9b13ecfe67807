import { day, index, integer, oneOf, primaryKey, table, text, word } from './kit';
import { countedTypes } from './words';

/** How often words were searched for on a day, how often they found nothing, and how often a hit was opened. */
export const searchTerms = table(
  'search_terms',
  {
    on: day().notNull(),
    type: word(countedTypes).notNull(),
    term: text().notNull(),
    searches: integer().notNull(),
    /** how many askers one process has told apart by itself: at least so many there were, however many processes */
    askers: integer().notNull().default(0),
    foundNothing: integer().notNull(),
    opened: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'search_terms_pk', columns: [t.on, t.type, t.term] }),
    oneOf('search_terms_type_ck', t.type, countedTypes),
    index('search_terms_term_idx').on(t.type, t.term),
  ],
);

/** How often an item was opened out of the results of a search, by day. */
export const searchOpens = table(
  'search_opens',
  {
    on: day().notNull(),
    type: word(countedTypes).notNull(),
    code: text().notNull(),
    opened: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'search_opens_pk', columns: [t.on, t.type, t.code] }),
    oneOf('search_opens_type_ck', t.type, countedTypes),
  ],
);
