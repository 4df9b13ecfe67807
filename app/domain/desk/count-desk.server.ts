import { eq, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, publications, purchases, users } from '#db/schema';
import { todayOn } from '~/domain/calendar';
import { waitingLeads, type LeadViewer } from '~/domain/leads/queue.server';
import { offeringTasks } from '~/domain/offerings/offering-tasks.server';
import { bureauDesk } from '~/domain/publications/bureau-queue.server';
import { newResponses } from '~/domain/responses/owned-scenarios.server';

const kinds = ['leads', 'offerings', 'responses', 'publication', 'draft', 'dispute', 'lead'] as const;
type Kind = (typeof kinds)[number];

/** What is counted for the viewer, by kind. */
function partsFor(viewer: LeadViewer, now: Date): Partial<Record<Kind, SQL<number>>> {
  const { organisationId, organisationKind, userId } = viewer;
  switch (organisationKind) {
    case 'enterprise':
      return {
        leads: db.$count(leads, waitingLeads(viewer)),
        offerings: db.$count(offeringTasks(organisationId, todayOn(now)).as('tasks')),
      };
    case 'buyer':
      return {
        leads: db.$count(leads, waitingLeads(viewer)),
        responses: db.$count(newResponses(organisationId).as('answers')),
      };
    case 'bureau':
      return {
        publication: db.$count(publications, bureauDesk.publication()),
        draft: db.$count(publications, bureauDesk.draft(userId)),
        dispute: db.$count(purchases, bureauDesk.dispute()),
        lead: db.$count(leads, bureauDesk.lead(now)),
      };
  }
}

/**
 * How many things of each kind wait for the viewer, as many as their desk lists, and all together. One statement,
 * because every page of the site shows it to whoever is signed in.
 */
export async function countDesk(
  viewer: LeadViewer,
  now = new Date(),
): Promise<Record<Kind | 'total', number>> {
  const [row] = await db
    .select(partsFor(viewer, now) as Record<string, SQL<number>>)
    .from(users)
    .where(eq(users.id, viewer.userId));
  const counts = Object.fromEntries(kinds.map((kind) => [kind, Number(row?.[kind] ?? 0)])) as Record<
    Kind,
    number
  >;
  return { ...counts, total: Object.values(counts).reduce((sum, n) => sum + n, 0) };
}
