import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSite } from '../site-process';
import { figures, productNamed, sessionOf, spread, times, useDemoWorld } from './kit';

const dir = useDemoWorld();
const stops = times(2, 20);
const visitors = 20;

/** `turnedAway`: a new connection, after SIGTERM, on which nothing was answered; whoever sent it may send it again. */
type Tally = { answered: number; failed: string[]; turnedAway: number };
type Stop = { at: number };

/** One person on a connection that is kept: asks on and on until the site takes no more connections. */
async function visit(send: (n: number, agent: http.Agent) => Promise<string>, tally: Tally, stop: Stop) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let n = 0; ; n++) {
    const sentAt = performance.now();
    const outcome = await send(n, agent);
    if (outcome === 'answered') tally.answered++;
    else if (outcome.endsWith('new connection') && sentAt > stop.at) break;
    else tally.failed.push(outcome);
    if (tally.failed.length > 50) break;
  }
  tally.turnedAway++;
  agent.destroy();
}

type Form = Record<string, string>;
/** Reads a page, or sends a form; `answered` when the answer came whole and is the one that is due. */
const ask = (address: string, agent: http.Agent, session: string, form?: Form) =>
  new Promise<string>((resolve) => {
    const headers = {
      Cookie: session,
      ...(form && {
        Origin: new URL(address).origin,
        'Content-Type': 'application/x-www-form-urlencoded',
      }),
    };
    const asked = http.request(address, { agent, headers, method: form ? 'POST' : 'GET' }, (answer) => {
      const due = answer.statusCode === (form ? 303 : 200);
      answer.resume();
      answer.once('close', () =>
        resolve(answer.complete && due ? 'answered' : `broken answer ${answer.statusCode}`),
      );
    });
    asked.once('error', (error: NodeJS.ErrnoException) =>
      resolve(`${error.code} on a ${asked.reusedSocket ? 'kept' : 'new'} connection`),
    );
    asked.end(form && new URLSearchParams(form).toString());
  });

test(`SIGTERM under load, ${stops} times: every request that was taken is answered`, async () => {
  const total: Tally = { answered: 0, failed: [], turnedAway: 0 };
  const endedAfter: number[] = [];
  /** What the sites' logs say of the database: why a form was answered 503. */
  const troubles: string[] = [];
  const writes: Tally = { answered: 0, failed: [], turnedAway: 0 };
  for (let stop = 0; stop < stops; stop++) {
    const site = await startSite(dir(), { DRAIN_SECONDS: '1' });
    const stopped: Stop = { at: Infinity };
    // Signed in, because a machine that is late refuses the searches of others, and rightly so.
    const session = await sessionOf(site, 'yunyao@enterprise.example');
    const visiting = Array.from({ length: visitors }, (_, i) =>
      visit(
        (n, agent) =>
          ask(
            site.url +
              (i % 2 ? `/products?page=${n % 5}` : `/products?q=${encodeURIComponent(`电 ${i}-${n}`)}`),
            agent,
            session,
          ),
        total,
        stopped,
      ),
    );
    const writing = visit(
      (n, agent) =>
        ask(
          `${site.url}/account/products/new`,
          agent,
          session,
          productNamed(`关机试验 ${stop}-${n}`, 'draft'),
        ),
      writes,
      stopped,
    );
    await sleep(1_500);
    stopped.at = performance.now();
    const ended = once(site.child, 'exit');
    site.child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    troubles.push(
      ...site
        .output()
        .split('\n')
        .filter((line) => line.includes('"trouble"')),
    );
    endedAfter.push(Math.round(performance.now() - stopped.at));
    expect(code).toBe(0);
    await Promise.all([...visiting, writing]);
  }
  const written = writes.answered;
  const failed = [...total.failed, ...writes.failed];
  const endedAfterMs = spread(endedAfter);
  figures('SIGTERM under load', { stops, visitors, ...total, failed, written, endedAfterMs });
  expect(failed, troubles.join('\n')).toEqual([]);
  expect(written).toBeGreaterThan(0);
});

test('connections that wait to be taken when SIGTERM comes are taken and answered', async () => {
  const site = await startSite(dir(), { DRAIN_SECONDS: '0' });
  await ask(`${site.url}/policies`, new http.Agent(), '');
  // Held still, the site comes round to neither connections nor signal; the system takes both for it.
  site.child.kill('SIGSTOP');
  const asked = Array.from({ length: visitors }, () => ask(`${site.url}/policies`, new http.Agent(), ''));
  await sleep(500);
  const ended = once(site.child, 'exit');
  site.child.kill('SIGTERM');
  site.child.kill('SIGCONT');
  expect(await Promise.all(asked)).toEqual(asked.map(() => 'answered'));
  expect(await ended).toEqual([0, null]);
});
