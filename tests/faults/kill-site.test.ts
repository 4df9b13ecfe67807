import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { closeDatabase, databasePlace, db } from '#db/client.server';
import { sqliteFaults } from '#db/integrity-sqlite.server';
import { audit, products, productVersions } from '#db/schema';
import { dialect } from '#db/schema/kit';
import { engineOfRunningSite } from '#search/engine-process.server';
import { startSite, type SiteProcess } from '../site-process';
import { indexDifferences } from './index-differences';
import {
  figures,
  metric,
  productNamed,
  readiness,
  signIn,
  spread,
  times,
  until,
  untilIndexed,
  useDemoWorld,
} from './kit';
import { enginesOf, type Client } from './kit';

const dir = useDemoWorld();
const kills = times(3, 50);
const writers = 20;
let site: SiteProcess;
afterAll(() => site?.stop());

type Acknowledged = { name: string; code: string; published: boolean };

/** One writer: sends one product after another until the site is gone; notes those that the site confirmed. */
async function write(client: Client, label: string, acknowledged: Acknowledged[]) {
  for (let n = 0; ; n++) {
    const published = n % 2 === 0;
    const name = `断电试验 ${label}-${n}`;
    let answer: Response;
    try {
      answer = await client('/account/products/new', productNamed(name, published ? 'publish' : 'draft'));
    } catch {
      return;
    }
    expect(answer.status).toBe(303);
    const code = /\/account\/products\/([^?]+)/.exec(answer.headers.get('location')!)![1]!;
    acknowledged.push({ name, code, published });
  }
}

/** Every confirmed product once and under its code; every product there, confirmed or not, with all that belongs to it. */
async function faultsOf(acknowledged: Acknowledged[]): Promise<string[]> {
  const rows = await db.select().from(products).where(like(products.name, '断电试验 %'));
  const versions = await db
    .select({ productId: productVersions.productId, version: productVersions.version })
    .from(productVersions);
  const deeds = await db
    .select({ subjectId: audit.subjectId, action: audit.action })
    .from(audit)
    .where(eq(audit.subject, 'product'));
  const kept = new Map(rows.map((row) => [row.code, row]));
  const versioned = new Set(versions.map(({ productId, version }) => `${productId} ${version}`));
  const noted = new Set(deeds.map(({ subjectId, action }) => `${subjectId} ${action}`));
  const faults: string[] = [];
  for (const { name, code, published } of acknowledged) {
    const row = kept.get(code);
    if (row?.name !== name) faults.push(`${code} ${name} was confirmed and is lost`);
    else if ((row.state === 'published') !== published) faults.push(`${code} is ${row.state}`);
  }
  for (const { id, code, name, state, version } of rows) {
    const isPublic = state === 'published';
    if (!noted.has(`${id} product.${isPublic ? 'published' : 'drafted'}`))
      faults.push(`${code} has no audit row`);
    if (isPublic !== versioned.has(`${id} ${version}`)) faults.push(`${code} is without its version`);
    if (rows.some((other) => other.name === name && other.code !== code))
      faults.push(`${name} is there twice`);
  }
  if (dialect === 'sqlite') faults.push(...sqliteFaults(databasePlace()));
  return faults;
}

test(`a site killed ${kills} times under ${writers} writers loses nothing it has confirmed`, async () => {
  site = await startSite(dir());
  const clients = await Promise.all(
    ['yunyao@enterprise.example', 'lingyu@enterprise.example'].map((email) => signIn(() => site, email)),
  );
  const acknowledged: Acknowledged[] = [];
  const readyAfter: number[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.length;
    const writing = Array.from({ length: writers }, (_, i) =>
      write(clients[i % clients.length]!, `${kill}-${i}`, acknowledged),
    );
    await until('something is confirmed', () => acknowledged.length > before + 3);
    await sleep(Math.random() * 1_000);
    const ended = once(site.child, 'exit');
    site.child.kill('SIGKILL');
    await Promise.all([ended, ...writing]);
    expect(await faultsOf(acknowledged)).toEqual([]);
    await closeDatabase();
    const started = performance.now();
    site = await startSite(dir());
    const ready = async () => (await readiness(site))?.status === 'ready';
    await until('the site and its engine are ready again', ready, 120_000);
    readyAfter.push(Math.round(performance.now() - started));
  }
  await untilIndexed(site);
  // Two on one folder would ruin the index.
  expect(enginesOf(dir())).toHaveLength(1);
  expect(await faultsOf(acknowledged)).toEqual([]);
  // Every change has its row in the outbox, or the index would not be the database's.
  const { differences, documents } = await indexDifferences((await engineOfRunningSite())!);
  expect(differences).toEqual([]);
  expect(await metric(site, 'search_outbox_set_aside')).toBe(0);
  figures('site killed', {
    kills,
    writers,
    acknowledged: acknowledged.length,
    lost: 0,
    documents,
    readyAfterMs: spread(readyAfter),
  });
});
