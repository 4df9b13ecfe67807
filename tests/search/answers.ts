import { readFileSync } from 'node:fs';
import { organisations, products, scenarios } from '#db/schema';
import { closeDatabase, db, write } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { find } from '#search/find.server';
import { drainOutbox } from '#search/outbox.server';
import { suggest } from '#search/suggest.server';
import { todayOn } from '~/domain/calendar';
import { listClosingSoon } from '~/domain/home/home.server';
import { listIntentions } from '~/domain/intentions/intentions.server';
import { listPublications } from '~/domain/publications/publications.server';
import { importWorld } from '~/domain/world/import-world.server';
import { codesById } from './items';
import { readJudged } from './judged';

/** Answers by code or name, which are the same in every database. */
export type Answers = Record<string, unknown>;

const more = [
  '',
  '装备',
  'P-PHO-04',
  '西安 无人机 巡检',
  '雁塔区',
  '在有效期 机器人',
  "'; drop table users --",
  '「」％_\\',
];

/** What the database itself answers to every judged query, and what it lists. The sample world must be there. */
export async function allAnswers(): Promise<Answers> {
  await drainOutbox();
  const code = await codesById();
  const answers: Answers = {};
  for (const q of [...readJudged('tests/search/queries-dev.json').map((one) => one.query), ...more]) {
    for (const type of ['product', 'scenario'] as const) {
      for (const sort of ['relevance', 'newest'] as const) {
        const { ids, total, facets } = await find({ type, q, sort, limit: 50, by: 'database' });
        answers[`${type} ${sort} ${q}`] = { codes: ids.map((id) => code.get(id)), total, facets };
      }
    }
    answers[`suggest ${q}`] = (await suggest(q)).map((one) => one.code);
  }
  const month = (await listIntentions({}, 1, 500)).rows.map((row) => row.code);
  answers.intentions = month;
  answers.publications = (await listPublications()).map((one) => one.code);
  answers.closing = (await listClosingSoon(50, todayOn())).map((one) => one.code);
  const names = await db.select({ name: organisations.name }).from(organisations).orderBy(organisations.name);
  answers.organisations = names.map((row) => row.name);
  return answers;
}

/** Makes the sample world in the database that the settings name. */
export async function makeSampleWorld() {
  await migrate();
  const report = await importWorld(JSON.parse(readFileSync('db/world/xian-sample.json', 'utf8')));
  if (!report.ok) throw new Error(JSON.stringify(report.faults));
  // How many milliseconds the import took is no property of the world.
  const publishedAt = new Date('2026-01-01T00:00:00Z');
  await write(async (tx) => {
    await tx.update(products).set({ publishedAt });
    await tx.update(scenarios).set({ publishedAt });
  });
}

// As a script: the answers of a database of its own, as JSON.
if (process.env.PRINT_ANSWERS) {
  await makeSampleWorld();
  const answers = await allAnswers();
  await closeDatabase();
  process.stdout.write(JSON.stringify(answers));
}
