import { onceDue } from '#db/once.server';
import { searchStatus } from '#search/find.server';
import { reconcile } from '#search/reconcile.server';
import { storeSearchTerms } from '~/domain/search-terms/note-search.server';
import { clearSessions } from '~/domain/accounts/sessions.server';
import { clearFormKeys } from '~/domain/form-keys.server';
import { runAlerts } from '~/domain/searches/alerts.server';
import { log } from '~/log.server';
import { sendMails } from '~/mail/send.server';

const everyMs = 20_000;
/** Rarer, because each commit makes the kept pages old. */
const storeTermsEveryMs = 5 * 60_000;

let timer: NodeJS.Timeout | undefined;
let running: Promise<void> = Promise.resolve();
let termsStoredAt = Date.now();
const complain = (what: string) => (error: unknown) => log.error({ err: error }, what);

/** Begins what is done beside requests, every 20 seconds: alerts of saved searches, then the mails that wait; now and then the counts of searches. */
export function startJobs(): void {
  timer ??= setInterval(() => {
    running = running.then(runOnce);
  }, everyMs);
}

/** Ends it after the round in hand. */
export async function stopJobs(): Promise<void> {
  clearInterval(timer);
  timer = undefined;
  await running;
  await storeSearchTerms().catch(complain('counts of searches not stored'));
}

/** Tomorrow at three in the morning in Xi'an (UTC+8, no summer time). */
const nextNight = (now: Date) => {
  const night = new Date(now);
  night.setUTCHours(19, 0, 0, 0);
  if (night <= now) night.setUTCDate(night.getUTCDate() + 1);
  return night;
};

/** Once a night one process compares database and search index, and mends. */
const reconcileNightly = async () => {
  if (searchStatus() === 'down') return;
  await onceDue('search-reconcile', nextNight, async () => {
    for (const { type, mended } of await reconcile())
      if (mended.length) log.warn({ type, mended: mended.length }, 'search index mended');
  });
};

const inAnHour = (now: Date) => new Date(now.getTime() + 60 * 60_000);
/** Once an hour one process clears away what has expired. */
const clearHourly = () =>
  onceDue('clear-expired', inAnHour, async () => {
    await clearSessions();
    await clearFormKeys();
  });

async function runOnce() {
  await runAlerts(complain('alert failed')).catch(complain('alerts failed'));
  await sendMails(complain('mail failed')).catch(complain('mails failed'));
  await clearHourly().catch(complain('expired sessions not cleared'));
  await reconcileNightly().catch(complain('search index not compared'));
  if (Date.now() - termsStoredAt < storeTermsEveryMs) return;
  termsStoredAt = Date.now();
  await storeSearchTerms().catch(complain('counts of searches not stored'));
}
