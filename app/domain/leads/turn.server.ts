import { and, eq, inArray, ne, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, purchases } from '#db/schema';

/** `awaitedSide` of lead.ts as conditions on the table; a test holds the two against each other. */
export const turnConditions = {
  enterprise: () =>
    or(eq(leads.state, 'awaiting_reply'), and(eq(leads.state, 'in_contact'), eq(leads.lastSide, 'buyer'))),
  buyer: () =>
    or(
      inArray(leads.state, ['trial', 'procuring', 'contracted']),
      and(eq(leads.state, 'in_contact'), ne(leads.lastSide, 'buyer')),
    ),
};

/** A recorded contract, delivered or not, that the enterprise has neither confirmed nor disputed yet. */
export const confirmationWaits = (enterpriseId: string) =>
  and(
    inArray(leads.state, ['contracted', 'delivered']),
    inArray(
      leads.id,
      db
        .select({ id: purchases.leadId })
        .from(purchases)
        .where(and(eq(purchases.enterpriseId, enterpriseId), eq(purchases.confirmation, 'unconfirmed'))),
    ),
  );
