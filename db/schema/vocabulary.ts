import { users } from './accounts';
import {
  check,
  id,
  index,
  instant,
  integer,
  json,
  now,
  oneOf,
  ref,
  table,
  text,
  uniqueIndex,
  word,
} from './kit';
import { vocabularyStates } from './words';
import { sql } from 'drizzle-orm';

/**
 * The words of the field that searches understand: `terms` mean the same; `narrower` lie near them and are searched
 * for too, one way. Only published groups are in force.
 */
export const vocabularyGroups = table(
  'vocabulary_groups',
  {
    id: id(),
    /** an industry of the policy, 政府采购 or 通用 */
    area: text().notNull(),
    terms: json<string[]>().notNull(),
    narrower: json<string[]>().notNull().default([]),
    /** all of them folded, to be looked for in the list */
    searchText: text().notNull(),
    note: text(),
    state: word(vocabularyStates).notNull().default('draft'),
    /** who wrote the words as they stand */
    authorId: ref(() => users.id),
    publishedById: ref(() => users.id),
    publishedAt: instant(),
    /** of a draft: the published group that it is to take the place of */
    replacesId: text(),
    /** grows with every change: readers see by the sum that something is new */
    version: integer().notNull().default(1),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    oneOf('vocabulary_groups_state_ck', t.state, vocabularyStates),
    check('vocabulary_groups_published_ck', sql`${t.state} <> 'published' or ${t.publishedAt} is not null`),
    check(
      'vocabulary_groups_publisher_ck',
      sql`${t.publishedById} is null or ${t.authorId} is null or ${t.publishedById} <> ${t.authorId}`,
    ),
    uniqueIndex('vocabulary_groups_replaces').on(t.replacesId),
    index('vocabulary_groups_state_idx').on(t.state, t.updatedAt),
  ],
);
