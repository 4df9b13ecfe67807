import { measureTables } from '#db/client.server';
import { onceDue } from '#db/once.server';
import { searchStatus } from '#search/find.server';
import { reconcile } from '#search/reconcile.server';
import { storeSearchTerms } from '~/domain/search-terms/note-search.server';
import { clearAttempts } from '~/domain/accounts/attempts.server';
import { clearSessions } from '~/domain/accounts/sessions.server';
import { clearFormKeys } from '~/domain/form-keys.server';
import { todayOn } from '~/domain/calendar';
import { runLeadClock } from '~/domain/leads/run-lead-clock.server';
import { runAlerts } from '~/domain/searches/alerts.server';
import { holidaysKnown } from '~/domain/working-days';
import { log } from '~/log.server';
import { sendMails } from '~/mail/send.server';

const everyMs = 20_000;
/** Rarer, because each commit makes the kept pages old. */
const storeTermsEveryMs = 5 * 60_000;

let timer: NodeJS.Timeout | undefined;
let running: Promise<void> = Promise.resolve();
let termsStoredAt = Date.now();
const complain = (what: string) => (error: unknown) => log.error({ err: error }, what);

/** Begins what is done beside requests, every 20 seconds: alerts of saved searches, in the morning the leads that wait, then the mails; now and then the counts of searches. */
export function startJobs(): void {
  timer ??= setInterval(() => {
    running = running.then(runJobs);
  }, everyMs);
}

/** Ends it after the round in hand. */
export async function stopJobs(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  await running;
  await storeSearchTerms().catch(complain('counts of searches not stored'));
}

/** The next time that clocks in UTC show this; Xi'an is eight hours ahead, without summer time. */
const nextAt = (hours: number, minutes: number) => (now: Date) => {
  const then = new Date(now);
  then.setUTCHours(hours, minutes, 0, 0);
  if (then <= now) then.setUTCDate(then.getUTCDate() + 1);
  return then;
};
/** Three in the night in Xi'an, half past eight in the morning. */
const nextNight = nextAt(19, 0);
const nextMorning = nextAt(0, 30);

/** Once a night one process compares database and search index, and mends. */
const reconcileNightly = async () => {
  if (searchStatus() === 'down') return;
  await onceDue('search-reconcile', nextNight, async () => {
    for (const { type, mended } of await reconcile())
      if (mended.length) log.warn({ type, mended: mended.length }, 'search index mended');
  });
};

/** Every morning one process lets time do to leads what it does. */
const leadsEveryMorning = () =>
  onceDue('lead-clock', nextMorning, async () => {
    if (!holidaysKnown(todayOn()))
      log.warn(
        'the holidays of this year are not in app/domain/working-days.ts: only weekends count as days off',
      );
    const told = await runLeadClock(complain('lead not reminded of'));
    if (told.lapsed + told.reminded + told.bureau > 0) log.info(told, 'leads that wait');
  });

const inAnHour = (now: Date) => new Date(now.getTime() + 60 * 60_000);
/** Once an hour one process clears away what has expired, and lets the database measure what has grown. */
const tidyHourly = () =>
  onceDue('clear-expired', inAnHour, async () => {
    await clearSessions();
    await clearFormKeys();
    await clearAttempts();
    await measureTables();
  });

/** One round. Any number of processes may be in one at the same moment: each thing is done by one of them. */
export async function runJobs(): Promise<void> {
  await runAlerts(complain('alert failed')).catch(complain('alerts failed'));
  await leadsEveryMorning().catch(complain('leads not looked at'));
  await sendMails(complain('mail failed')).catch(complain('mails failed'));
  await tidyHourly().catch(complain('hourly tidying failed'));
  await reconcileNightly().catch(complain('search index not compared'));
  if (Date.now() - termsStoredAt < storeTermsEveryMs) return;
  termsStoredAt = Date.now();
  await storeSearchTerms().catch(complain('counts of searches not stored'));
}
