import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { seedDemo, startSite, type SiteProcess } from '../site-process';
import { launch, noBrowser, type Browser, type Way } from './browser';
import { playStory } from './story';

const ways: Way[] = [
  { locale: 'zh-CN', scripts: true },
  { locale: 'zh-CN', scripts: false },
  { locale: 'en', scripts: true },
  { locale: 'en', scripts: false },
];
let dir: string;
let site: SiteProcess;
let browser: Browser;

beforeAll(async () => {
  if (noBrowser) return;
  dir = mkdtempSync(path.join(os.tmpdir(), 'market-journey-'));
  seedDemo(dir);
  [site, browser] = await Promise.all([startSite(dir), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  if (dir) rmSync(dir, { recursive: true, force: true });
});

test.skipIf(noBrowser).each(ways)('from a list to a delivery, $locale, scripts: $scripts', (way) =>
  playStory(browser, site.url, way, ways.indexOf(way) + 11),
);
