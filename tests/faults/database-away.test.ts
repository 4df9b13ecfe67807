import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeOf, serverUrl } from '../postgres';
import { startSite, type SiteProcess } from '../site-process';
import {
  figures,
  productNamed,
  readiness,
  signIn,
  spread,
  times,
  until,
  useDemoWorld,
  type Client,
} from './kit';

const dir = useDemoWorld();
let site: SiteProcess;
let enterprise: Client;
let line: Awaited<ReturnType<typeof openLine>>;

/**
 * A line to the server that can be cut (open connections break, new ones are refused) or swallow everything (they
 * stay open, and nothing ever comes back).
 */
async function openLine(host: string, port: number) {
  const sockets = new Set<net.Socket>();
  const hold = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  let swallows = false;
  const server = net.createServer((near) => {
    const far = net.connect(port, host);
    [near, far].forEach(hold);
    near.on('data', (chunk) => swallows || far.write(chunk));
    far.on('data', (chunk) => swallows || near.write(chunk));
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = async (at: number) => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(0);
  const cut = async () => {
    server.close();
    for (const socket of sockets) socket.destroy();
    if (server.listening) await once(server, 'close');
  };
  return { port: own, cut, mend: () => listen(own), swallow: (all: boolean) => void (swallows = all) };
}

beforeAll(async () => {
  if (!serverUrl) return;
  const there = new URL(placeOf(dir()).DATABASE_URL);
  line = await openLine(there.hostname, Number(there.port || 5432));
  const through = new URL(there);
  through.hostname = '127.0.0.1';
  through.port = String(line.port);
  site = await startSite(dir(), { DATABASE_URL: through.href });
  enterprise = await signIn(() => site, 'yunyao@enterprise.example');
});
afterAll(async () => {
  await site?.stop();
  await line?.cut();
});

// A SQLite file is on the disk of the site: see full-disk.
test.skipIf(!serverUrl)('PostgreSQL away: every page says so, nothing is half done, it heals', async () => {
  const healing: number[] = [];
  const name = (round: number) => `断线试验 ${round}`;
  const rounds = times(2, 20);
  for (let round = 0; round < rounds; round++) {
    await line.cut();
    await until('not ready any more', async () => (await readiness(site))?.status === 'not ready');
    expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
    const visitor: Client = (address) => fetch(site.url + address);
    const addresses = ['/', '/products', '/scenarios', '/search?q=无人机&page=1'];
    for (const [ask, address] of [
      ...addresses.map((address) => [visitor, address] as const),
      ...[...addresses, '/account/products'].map((address) => [enterprise, address] as const),
    ]) {
      const answer = await ask(address);
      expect(answer.status, address).toBe(503);
      expect(answer.headers.get('retry-after'), address).toBeTruthy();
      expect(await answer.text()).toContain('<h1');
    }
    const refused = await enterprise('/account/products/new', productNamed(name(round), 'publish'));
    expect(refused.status).toBe(503);
    await line.mend();
    healing.push(
      await until('writing works again', async () => {
        const again = await enterprise('/account/products/new', productNamed(`${name(round)} 之后`, 'draft'));
        return again.status === 303;
      }),
    );
    await until('ready again', async () => (await readiness(site))?.status !== 'not ready');
  }
  const mine = await (await enterprise('/account/products')).text();
  for (let round = 0; round < rounds; round++) {
    expect(mine).toContain(`${name(round)} 之后`);
    expect(mine).not.toContain(`${name(round)}<`);
  }
  figures('PostgreSQL away', { rounds, healedAfterMs: spread(healing) });
});

test.skipIf(!serverUrl)('a line that swallows everything holds nobody for ever, and heals', async () => {
  const answeredWithin = async (ms: number, address: string) => {
    const answer = await fetch(site.url + address, { signal: AbortSignal.timeout(ms) });
    return { status: answer.status, text: await answer.text() };
  };
  await until('ready', async () => (await readiness(site))?.status !== 'not ready');
  line.swallow(true);
  // an answer serves for a second; the next takes five
  await until('not ready', async () => (await answeredWithin(10_000, '/readyz')).status === 503, 20_000);
  const { text } = await answeredWithin(15_000, '/metrics');
  expect(text).not.toMatch(/^search_outbox_waiting /m);
  expect((await answeredWithin(90_000, '/products')).status).toBe(503);
  line.swallow(false);
  await until('ready again', async () => (await readiness(site))?.status !== 'not ready', 90_000);
  expect((await answeredWithin(15_000, '/products')).status).toBe(200);
});
