import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSite } from '../site-process';
import { figures, productNamed, signIn, spread, times, useDemoWorld } from './kit';

const dir = useDemoWorld();
const stops = times(2, 20);
const visitors = 20;

/** `turnedAway`: a new connection, after SIGTERM, on which nothing was answered; whoever sent it may send it again. */
type Tally = { answered: number; failed: string[]; turnedAway: number };
type Stop = { at: number };

/** One visitor on a connection that is kept: asks on and on until the site takes no more connections. */
async function visit(url: string, address: (n: number) => string, tally: Tally, stop: Stop) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (let n = 0; ; n++) {
    const sentAt = performance.now();
    const outcome = await ask(url + address(n), agent);
    if (outcome === 'answered') tally.answered++;
    else if (outcome.endsWith('new connection') && sentAt > stop.at) break;
    else tally.failed.push(outcome);
    if (tally.failed.length > 50) break;
  }
  tally.turnedAway++;
  agent.destroy();
}

const ask = (address: string, agent: http.Agent) =>
  new Promise<string>((resolve) => {
    const asked = http.get(address, { agent }, (answer) => {
      answer.resume();
      answer.once('close', () =>
        resolve(
          answer.complete && answer.statusCode === 200 ? 'answered' : `broken answer ${answer.statusCode}`,
        ),
      );
    });
    asked.once('error', (error: NodeJS.ErrnoException) =>
      resolve(`${error.code} on a ${asked.reusedSocket ? 'kept' : 'new'} connection`),
    );
  });

test(`SIGTERM under load, ${stops} times: every request that was taken is answered`, async () => {
  const total: Tally = { answered: 0, failed: [], turnedAway: 0 };
  const endedAfter: number[] = [];
  let written = 0;
  for (let stop = 0; stop < stops; stop++) {
    const site = await startSite(dir(), { DRAIN_SECONDS: '1' });
    const stopped: Stop = { at: Infinity };
    const enterprise = await signIn(() => site, 'yunyao@enterprise.example');
    const visiting = Array.from({ length: visitors }, (_, i) =>
      visit(
        site.url,
        (n) => (i % 2 ? `/products?page=${n % 5}` : `/products?q=${encodeURIComponent(`电 ${i}-${n}`)}`),
        total,
        stopped,
      ),
    );
    const writing = (async () => {
      for (let n = 0; ; n++) {
        const sentAt = performance.now();
        const answer = await enterprise(
          '/account/products/new',
          productNamed(`关机试验 ${stop}-${n}`, 'draft'),
        ).catch((error: Error & { cause?: { code?: string } }) => error.cause?.code ?? error.message);
        if ((answer === 'ECONNREFUSED' || answer === 'ECONNRESET') && sentAt > stopped.at) return;
        if (typeof answer === 'string' || answer.status !== 303) {
          total.failed.push(`write ${typeof answer === 'string' ? answer : answer.status}`);
          return;
        }
        written++;
      }
    })();
    await sleep(1_500);
    stopped.at = performance.now();
    const ended = once(site.child, 'exit');
    site.child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    endedAfter.push(Math.round(performance.now() - stopped.at));
    expect(code).toBe(0);
    await Promise.all([...visiting, writing]);
  }
  figures('SIGTERM under load', { stops, visitors, ...total, written, endedAfterMs: spread(endedAfter) });
  expect(total.failed).toEqual([]);
});
