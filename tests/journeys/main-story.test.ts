import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { holdEngineDown, untilIndexed } from '../faults/kit';
import { seedDemo, startSite, type SiteProcess } from '../site-process';
import { launch, noBrowser, type Browser, type Way } from './browser';
import { playStory } from './story';

/** In the last the search engine is killed before the buyer searches, and as often as it comes back. */
const ways: (Way & { engine: 'works' | 'dead' })[] = [
  { locale: 'zh-CN', scripts: true, engine: 'works' },
  { locale: 'zh-CN', scripts: false, engine: 'works' },
  { locale: 'en', scripts: true, engine: 'works' },
  { locale: 'en', scripts: false, engine: 'dead' },
];
let dir: string;
let site: SiteProcess;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser) return;
  dir = mkdtempSync(path.join(os.tmpdir(), 'market-journey-'));
  seedDemo(dir);
  [site, browser] = await Promise.all([startSite(dir), launch()]);
  await untilIndexed(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

test.skipIf(noBrowser).each(ways)(
  'from a list to a delivery, $locale, scripts: $scripts, search engine: $engine',
  async (way) => {
    let release: (() => void) | undefined;
    const loseEngine = () => void (release = holdEngineDown(dir));
    try {
      const number = ways.indexOf(way) + 11;
      await playStory(browser, site.url, way, number, way.engine === 'dead' ? loseEngine : undefined);
    } finally {
      release?.();
    }
    if (way.engine === 'dead') await untilIndexed(site);
  },
  180_000,
);
