import { organisations, users } from './accounts';
import { id, index, integer, now, primaryKey, ref, table, text, unique } from './kit';
import { products } from './listings';

/** Products that an organisation considers, shared by its people. */
export const shortlists = table(
  'shortlists',
  {
    id: id(),
    organisationId: ref(() => organisations.id).notNull(),
    name: text().notNull(),
    version: integer().notNull().default(1),
    createdById: ref(() => users.id).notNull(),
    createdAt: now(),
    updatedAt: now(),
  },
  (t) => [
    unique('shortlists_organisation_name').on(t.organisationId, t.name),
    index('shortlists_organisation_idx').on(t.organisationId, t.updatedAt),
  ],
);

export const shortlistItems = table(
  'shortlist_items',
  {
    shortlistId: ref(() => shortlists.id, 'cascade').notNull(),
    productId: ref(() => products.id).notNull(),
    note: text().notNull().default(''),
    version: integer().notNull().default(1),
    /** who wrote the note, or added the product when there is none */
    editedById: ref(() => users.id).notNull(),
    addedAt: now(),
    editedAt: now(),
  },
  (t) => [primaryKey({ name: 'shortlist_items_pk', columns: [t.shortlistId, t.productId] })],
);
