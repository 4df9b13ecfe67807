import { beforeAll, test } from 'vitest';
import { holdEngineDown, untilIndexed } from '../faults/kit';
import { noBrowser, useBrowser, type Way } from './browser';
import { playStory } from './story';

/** In the last the search engine is killed before the buyer searches, and as often as it comes back. */
const ways: (Way & { engine: 'works' | 'dead' })[] = [
  { locale: 'zh-CN', scripts: true, engine: 'works' },
  { locale: 'zh-CN', scripts: false, engine: 'works' },
  { locale: 'en', scripts: true, engine: 'works' },
  { locale: 'en', scripts: false, engine: 'dead' },
];
const { dir, site, browser } = useBrowser();
beforeAll(async () => void (await untilIndexed(site())));

test.skipIf(noBrowser).each(ways)(
  'from a list to a delivery, $locale, scripts: $scripts, search engine: $engine',
  async (way) => {
    let release: (() => void) | undefined;
    const loseEngine = () => void (release = holdEngineDown(dir()));
    try {
      const number = ways.indexOf(way) + 11;
      await playStory(browser(), site().url, way, number, way.engine === 'dead' ? loseEngine : undefined);
    } finally {
      release?.();
    }
    if (way.engine === 'dead') await untilIndexed(site());
  },
  180_000,
);
