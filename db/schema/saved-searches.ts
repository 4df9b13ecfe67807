import { users } from './accounts';
import {
  boolean,
  id,
  index,
  instant,
  integer,
  json,
  now,
  oneOf,
  primaryKey,
  ref,
  table,
  text,
  unique,
  word,
} from './kit';
import { alertFrequencies, searchTypes } from './words';

/** A search that a person keeps, and how often they want mail about what is new in it. */
export const savedSearches = table(
  'saved_searches',
  {
    id: id(),
    userId: ref(() => users.id, 'cascade').notNull(),
    label: text().notNull(),
    type: word(searchTypes).notNull(),
    /** the parameters of the address, in their shortest form */
    query: text().notNull(),
    /** the language of the page it was saved on, and of its mails */
    locale: text().notNull(),
    frequency: word(alertFrequencies).notNull(),
    /** unguessable: whoever has the address may read the feed */
    feedToken: text().notNull(),
    /** unguessable: whoever has the address may stop the mails */
    stopToken: text().notNull(),
    createdAt: now(),
    /** when it is looked at next; for `daily` and `weekly` only */
    nextAt: instant(),
  },
  (t) => [
    unique('saved_searches_feed_token').on(t.feedToken),
    unique('saved_searches_stop_token').on(t.stopToken),
    unique('saved_searches_user_query').on(t.userId, t.type, t.query),
    oneOf('saved_searches_type_ck', t.type, searchTypes),
    oneOf('saved_searches_frequency_ck', t.frequency, alertFrequencies),
    index('saved_searches_frequency_idx').on(t.frequency, t.nextAt),
  ],
);

/** What a saved search has found so far: what is not here is new. */
export const savedSearchHits = table(
  'saved_search_hits',
  {
    savedSearchId: ref(() => savedSearches.id, 'cascade').notNull(),
    itemId: text().notNull(),
    foundAt: now(),
    /** false: found while the feed was read, and the next mail has still to tell of it */
    isTold: boolean().notNull().default(true),
    /** whether it met only a part of what was asked when it was found; null: found before that was noted */
    isPartly: boolean(),
  },
  (t) => [
    primaryKey({ name: 'saved_search_hits_pk', columns: [t.savedSearchId, t.itemId] }),
    index('saved_search_hits_found_idx').on(t.savedSearchId, t.foundAt),
  ],
);

/** Mails that wait to be sent; a row goes when its mail is gone. */
export const mails = table(
  'mails',
  {
    id: id(),
    recipient: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    headers: json<Record<string, string>>().notNull(),
    createdAt: now(),
    attempts: integer().notNull().default(0),
    notBefore: instant(),
    failure: text(),
  },
  (t) => [index('mails_not_before_idx').on(t.notBefore)],
);
