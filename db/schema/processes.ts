import { users } from './accounts';
import { index, instant, integer, ref, table, text } from './kit';

/** Work that one process does for all of them: who has it in hand until when, and when it is to be done next. */
export const leases = table('leases', {
  name: text().primaryKey(),
  holder: text(),
  heldUntil: instant(),
  dueAt: instant(),
});

/** Numbers that only grow, by which processes see that something has changed. */
export const counters = table('counters', {
  name: text().primaryKey(),
  value: integer().notNull(),
});

/** How often something was tried within its time; the key is a digest, so that the table names nobody. */
export const attempts = table(
  'attempts',
  { key: text().primaryKey(), count: integer().notNull(), endsAt: instant().notNull() },
  (t) => [index('attempts_ends_idx').on(t.endsAt)],
);

/** Forms that have been answered once, and where the answer led: sent again they lead there and create nothing more. */
export const formKeys = table(
  'form_keys',
  {
    /** a digest of the form's key and of what was sent */
    key: text().primaryKey(),
    userId: ref(() => users.id, 'cascade').notNull(),
    ledTo: text().notNull(),
    endsAt: instant().notNull(),
  },
  (t) => [index('form_keys_ends_idx').on(t.endsAt)],
);
