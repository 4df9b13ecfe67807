import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { engineOfRunningSite } from '#search/engine-process.server';
import { indexDifferences } from './index-differences';
import { enginePid, figures, metric, productNamed, signIn, times, until, untilIndexed, useSite } from './kit';

const { dir, site } = useSite();
const kills = times(2, 20);
const writers = 4;

test(`a search engine killed ${kills} times while it indexes ends with the index of the database`, async () => {
  await untilIndexed(site());
  const enterprise = await signIn(site, 'yunyao@enterprise.example');
  let writing = true;
  let written = 0;
  const busy = Array.from({ length: writers }, async (_, writer) => {
    for (let n = 0; writing; n++) {
      const { status } = await enterprise(
        '/account/products/new',
        productNamed(`断搜试验 ${writer}-${n}`, 'publish'),
      );
      expect(status).toBe(303);
      written++;
      await sleep(100);
    }
  });
  const killing = (async () => {
    for (let kill = 0; kill < kills; kill++) {
      await until('the engine indexes', async () => {
        return (
          (await metric(site(), 'search_engine_up')) === 1 &&
          (await metric(site(), 'search_outbox_waiting')) > 0
        );
      });
      process.kill(enginePid(dir()), 'SIGKILL');
      await until('the loss is noticed', async () => (await metric(site(), 'search_engine_up')) === 0);
    }
  })().finally(() => (writing = false));
  await Promise.all([killing, ...busy]);
  const convergedAfterMs = await untilIndexed(site());
  const { differences, documents } = await indexDifferences((await engineOfRunningSite())!);
  expect(differences).toEqual([]);
  expect(await metric(site(), 'search_outbox_set_aside')).toBe(0);
  figures('search engine killed', { kills, written, documents, convergedAfterMs });
});
