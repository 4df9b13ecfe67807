import { and, eq, inArray, isNotNull, or } from 'drizzle-orm';
import { db } from '#db/client.server';
import { organisations, publications, publicScenarioStates, responses, scenarios } from '#db/schema';
import { todayOn } from '../calendar';
import { scenarioStatus } from './scenario';
import { scenarioText } from './scenario-text.server';

const takenBackStates = ['withdrawn', 'cancelled'] as const;
const takenBack = (state: string) => (takenBackStates as readonly string[]).includes(state);

/** Once public, a scenario that was taken back keeps its page. */
const hasPage = or(
  inArray(scenarios.state, [...publicScenarioStates]),
  and(inArray(scenarios.state, [...takenBackStates]), isNotNull(scenarios.publishedAt)),
);

export type PublicScenario = NonNullable<Awaited<ReturnType<typeof findPublicScenario>>>;

/**
 * The public scenario with this code, with its owner and its list; undefined when there is none. Money in fen.
 * `contactPhone` is the full number: a page hides its middle from visitors before anything is sent.
 */
export async function findPublicScenario(code: string, today = todayOn()) {
  const [row] = await db
    .select({
      id: scenarios.id,
      ...scenarioText,
      ownerId: scenarios.ownerId,
      organisationName: organisations.name,
      organisationCode: organisations.code,
      organisationCategory: organisations.category,
      provenance: scenarios.provenance,
      publicationCode: publications.code,
      publicationKind: publications.kind,
      publicationYear: publications.year,
      publicationSequence: publications.sequence,
      publicationIssuedOn: publications.issuedOn,
      publicationState: publications.state,
    })
    .from(scenarios)
    .innerJoin(organisations, eq(organisations.id, scenarios.ownerId))
    .leftJoin(publications, eq(publications.id, scenarios.publicationId))
    .where(and(eq(scenarios.code, code), hasPage));
  if (!row) return undefined;
  const {
    publicationCode,
    publicationYear,
    publicationSequence,
    publicationIssuedOn,
    publicationState,
    ...rest
  } = row;
  return {
    ...rest,
    // Why it was once returned to its author is nobody else's business.
    stateReason: takenBack(row.state) ? row.stateReason : null,
    status: scenarioStatus(row.state, row.deadlineOn, today),
    publication:
      publicationCode && publicationState === 'published'
        ? {
            code: publicationCode,
            year: publicationYear!,
            sequence: publicationSequence!,
            issuedOn: publicationIssuedOn!,
          }
        : null,
  };
}

/** How many enterprises have answered it, and whether this organisation is among them. */
export async function countScenarioResponses(scenarioId: string, organisationId?: string) {
  const rows = await db
    .selectDistinct({ organisationId: responses.organisationId })
    .from(responses)
    .where(and(eq(responses.scenarioId, scenarioId), eq(responses.state, 'submitted')));
  return { enterprises: rows.length, own: rows.some((row) => row.organisationId === organisationId) };
}
