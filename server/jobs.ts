import { runAlerts } from '~/domain/searches/alerts.server';
import { log } from '~/log.server';
import { sendMails } from '~/mail/send.server';

const everyMs = 20_000;

let timer: NodeJS.Timeout | undefined;
let running: Promise<void> = Promise.resolve();

/** Begins what is done beside requests, every 20 seconds: alerts of saved searches, then the mails that wait. */
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
}

async function runOnce() {
  const complain = (what: string) => (error: unknown) => log.error({ err: error }, what);
  await runAlerts(complain('alert failed')).catch(complain('alerts failed'));
  await sendMails(complain('mail failed')).catch(complain('mails failed'));
}
