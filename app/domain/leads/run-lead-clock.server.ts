import { and, eq, gt, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { leads, purchases } from '#db/schema';
import { dayOf, todayOn } from '~/domain/calendar';
import { isWorkingDay, workingDaysBetween } from '~/domain/working-days';
import { env } from '~/env.server';
import { keepChange } from './keep-change.server';
import { answerOwedStates, awaitedSide, type AwaitedSide } from './lead';
import { type Lead, Refused } from './own-lead.server';
import { waitedFor } from './queue.server';
import { tellBureau, tellSide, type LeadNews } from './tell.server';

const owed = inArray(leads.state, [...answerOwedStates]);

/**
 * What time does to leads, on a working day: whoever owes an answer is reminded after LEAD_REMIND_DAYS working days, and
 * so is an enterprise that has a contract to confirm; the authority's staff are told after LEAD_BUREAU_DAYS; after
 * LEAD_LAPSE_DAYS a lead without an answer lapses, but never before this has reminded somebody of it. Returns how many;
 * a lead that fails is left for the next time and handed to `onFailure`.
 */
export async function runLeadClock(onFailure: (error: unknown) => void, now = new Date()) {
  const today = todayOn(now);
  const count = async (rows: readonly Lead[], act: (lead: Lead) => Promise<boolean>) => {
    let done = 0;
    for (const lead of rows) {
      try {
        if (await act(lead)) done++;
      } catch (error) {
        onFailure(error);
      }
    }
    return done;
  };
  if (!isWorkingDay(today)) return { lapsed: 0, reminded: 0, bureau: 0 };
  const lapsed = await count(await listSilent(today), lapse);
  const waiting = await listWaiting(today);
  const reminded =
    (await count(waiting, (lead) =>
      remind(
        lead,
        env.LEAD_REMIND_DAYS,
        today,
        awaitedSide(lead.state, lead.lastSide),
        lead.state === 'in_contact' ? 'remind_answer' : 'remind_reply',
      ),
    )) +
    (await count(await listUnconfirmed(today), (lead) =>
      remind(lead, env.LEAD_REMIND_DAYS, today, 'enterprise', 'remind_confirm'),
    ));
  const bureau = await tellBureauOf(today);
  return { lapsed, reminded, bureau };
}

const listSilent = (today: string) =>
  db
    .select()
    .from(leads)
    .where(and(owed, gt(leads.remindedDays, 0), waitedFor(env.LEAD_LAPSE_DAYS, today)));

const listWaiting = (today: string) =>
  db
    .select()
    .from(leads)
    .where(and(owed, waitedFor(Math.min(...env.LEAD_REMIND_DAYS), today)));

async function listUnconfirmed(today: string): Promise<Lead[]> {
  const rows = await db
    .select({ lead: leads })
    .from(leads)
    .innerJoin(purchases, eq(purchases.leadId, leads.id))
    .where(
      and(
        inArray(leads.state, ['contracted', 'delivered']),
        eq(purchases.confirmation, 'unconfirmed'),
        gte(purchases.confirmByOn, today),
      ),
    );
  return rows.map(({ lead }) => lead);
}

/** Nobody answered: the lead ends, and both sides are told. */
const lapse = (lead: Lead): Promise<boolean> =>
  write(async (tx) => {
    await keepChange(tx, lead, {
      kind: 'moved',
      move: { from: lead.state, to: 'lapsed' },
      data: { move: 'lapse' },
      action: 'lead.lapsed',
      news: 'lapse',
    });
    return true;
  }).catch((error: unknown) => {
    // Somebody moved it just now.
    if (error instanceof Refused) return false;
    throw error;
  });

/** Reminds one side when a further number of days has been reached, once for each; false when none has been. */
async function remind(
  lead: Lead,
  after: readonly number[],
  today: string,
  side: AwaitedSide | undefined,
  news: LeadNews,
): Promise<boolean> {
  const waited = workingDaysBetween(dayOf(lead.waitingSince), today);
  const reached = Math.max(0, ...after.filter((days) => days <= waited));
  // the bureau is told by `tellBureauOf`
  if (!side || side === 'bureau' || reached <= lead.remindedDays) return false;
  return write(async (tx) => {
    const [still] = await tx
      .update(leads)
      .set({ remindedDays: reached })
      .where(
        and(
          eq(leads.id, lead.id),
          eq(leads.version, lead.version),
          eq(leads.waitingSince, lead.waitingSince),
          eq(leads.remindedDays, lead.remindedDays),
        ),
      )
      .returning({ id: leads.id });
    if (still) await tellSide(tx, lead, side, news);
    return still !== undefined;
  });
}

/** Tells the authority's staff of the leads that have newly waited for long: of each once, in one mail. */
const tellBureauOf = (today: string): Promise<number> =>
  write(async (tx) => {
    const rows = await tx
      .update(leads)
      .set({ bureauToldAt: new Date() })
      .where(
        and(
          owed,
          waitedFor(env.LEAD_BUREAU_DAYS, today),
          or(isNull(leads.bureauToldAt), lt(leads.bureauToldAt, leads.waitingSince)),
        ),
      )
      .returning({ id: leads.id });
    await tellBureau(tx, rows.length, env.LEAD_BUREAU_DAYS);
    return rows.length;
  });
