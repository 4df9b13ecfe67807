import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, refusal, write } from '#db/client.server';
import { publications, recognitions, scenarios, searchOutbox } from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { listProductsForBureau } from '~/domain/products/bureau-products.server';
import { findScenarioForBureau } from '~/domain/scenarios/bureau-scenarios.server';
import { addScenario, removeScenario, updateScenario } from '~/domain/scenarios/save-scenario.server';
import type { ScenarioInput } from '~/domain/scenarios/scenario-form';
import { withdrawScenario } from '~/domain/scenarios/withdraw-scenario.server';
import { todayOn } from '../calendar';
import { findPublicScenario } from '../scenarios/scenarios.server';
import { findPublicPublication } from './publications.server';
import { findPublicationForBureau, listPublicationsForBureau } from './bureau-publications.server';
import { listBureauQueue, listSubmittedForBureau } from './bureau-queue.server';
import type { PublicationInput } from './publication-form';
import { publishPublication, returnPublication } from './publish-publication.server';
import { addCatalogueRow, listProductChoices, removeCatalogueRow } from './save-catalogue-row.server';
import {
  createPublication,
  nextSequence,
  recallPublication,
  submitPublication,
  updatePublication,
} from './save-publication.server';

useWorld();

const aList = (over: Partial<PublicationInput> = {}): PublicationInput => ({
  kind: 'scenario-list',
  year: 2031,
  sequence: 1,
  title: null,
  documentNumber: null,
  authority: '专班',
  issuedOn: '2031-01-05',
  ...over,
});

const aScenario = (over: Partial<ScenarioInput> = {}): ScenarioInput => ({
  title: '城市快速路除雪无人作业',
  category: '无人系统',
  scale: null,
  owner: '西安市智数政务服务中心（示例）',
  supervisingDepartment: null,
  district: '未央区',
  zone: null,
  site: null,
  background: '降雪时人工作业慢。',
  outcome: null,
  requirements: ['零下 20 度可用'],
  resources: [],
  budget: null,
  fundingSource: null,
  cooperationMode: '首购',
  period: null,
  expectedEffect: null,
  openOn: null,
  deadlineOn: '2031-12-31',
  deadlineGranularity: 'day',
  contactDepartment: null,
  contactName: '张工',
  contactPhone: '029-88881111',
  isMajorDemonstration: false,
  ...over,
});

/** A list of the author's with one scenario, handed in. */
async function aSubmittedList(sequence: number, kind: PublicationInput['kind'] = 'scenario-list') {
  const author = await viewerOf('bureau-author');
  const made = await createPublication(author, aList({ sequence, kind }));
  if (!made.ok) throw new Error(made.reason);
  const { code } = made;
  const added = await addScenario(author, code, aScenario());
  if (!added?.ok) throw new Error('not added');
  expect(await submitPublication(author, code, 1)).toEqual({ ok: true });
  return { code, scenario: added.code, version: 2 };
}

test('a published list makes its scenarios public, numbered and due for indexing', async () => {
  const { code, scenario, version } = await aSubmittedList(1);
  const publisher = await viewerOf('bureau-publisher');
  const before = await db.$count(searchOutbox, eq(searchOutbox.type, 'scenario'));
  expect(await publishPublication(publisher, code, version)).toEqual({ ok: true, rows: 1 });

  const list = await findPublicationForBureau(code);
  expect(list).toMatchObject({ state: 'published', title: '西安市应用场景开放清单（2031年第一批）' });
  expect(list?.publisherName).toBe(publisher.name);
  expect(list?.history.map(({ action }) => action)).toContain('publication.published');
  const [row] = await db.select().from(scenarios).where(eq(scenarios.code, scenario));
  expect(row).toMatchObject({ state: 'published', rowNumber: 1, publishedById: publisher.userId });
  expect(await db.$count(searchOutbox, eq(searchOutbox.type, 'scenario'))).toBe(before + 1);
});

test('the author cannot publish their own list, whatever their post', async () => {
  const { code, version } = await aSubmittedList(2);
  const author = await viewerOf('bureau-author');
  expect(await publishPublication({ ...author, role: 'publisher' }, code, version)).toEqual({
    ok: false,
    reason: 'author',
  });
  expect((await findPublicationForBureau(code))?.state).toBe('submitted');
});

test('the database refuses an author as publisher of a list and of a scenario', async () => {
  const { code, scenario } = await aSubmittedList(3);
  const { userId } = await viewerOf('bureau-author');
  const refusalOf = (work: Promise<unknown>) => work.then(() => undefined, refusal);
  const ofList = await refusalOf(
    write(async (tx) => {
      await tx.update(publications).set({ publishedById: userId }).where(eq(publications.code, code));
    }),
  );
  const ofScenario = await refusalOf(
    write(async (tx) => {
      await tx.update(scenarios).set({ publishedById: userId }).where(eq(scenarios.code, scenario));
    }),
  );
  expect(ofList).toMatchObject({ kind: 'check', on: 'publications_publisher_ck' });
  expect(ofScenario).toMatchObject({ kind: 'check', on: 'scenarios_publisher_ck' });
});

test('a colleague without the right to publish is refused', async () => {
  const { code, version } = await aSubmittedList(4);
  const publisher = await viewerOf('bureau-publisher');
  expect(await publishPublication({ ...publisher, role: 'reviewer' }, code, version)).toEqual({
    ok: false,
    reason: 'role',
  });
});

test('of two publishers one wins and the other learns what happened', async () => {
  const { code, version } = await aSubmittedList(5);
  const publisher = await viewerOf('bureau-publisher');
  const both = await Promise.all([
    publishPublication(publisher, code, version),
    publishPublication(publisher, code, version),
  ]);
  expect(both.filter((each) => each?.ok)).toHaveLength(1);
  expect(both.find((each) => !each?.ok)).toEqual({ ok: false, reason: 'state' });
});

test('a list that was changed after the publisher looked is not published', async () => {
  const { code } = await aSubmittedList(6);
  const author = await viewerOf('bureau-author');
  expect(await recallPublication(author, code, 2)).toEqual({ ok: true });
  expect(await submitPublication(author, code, 3)).toEqual({ ok: true });
  expect(await publishPublication(await viewerOf('bureau-publisher'), code, 2)).toEqual({
    ok: false,
    reason: 'changed',
  });
});

test('a batch that exists is refused for a new list and for a changed one', async () => {
  const author = await viewerOf('bureau-author');
  expect(await createPublication(author, aList({ sequence: 7 }))).toMatchObject({ ok: true });
  expect(await createPublication(author, aList({ sequence: 7 }))).toEqual({ ok: false, reason: 'sequence' });
  const made = await createPublication(author, aList({ sequence: 8 }));
  if (!made.ok) throw new Error(made.reason);
  expect(await updatePublication(author, made.code, 1, aList({ sequence: 7 }))).toEqual({
    ok: false,
    reason: 'sequence',
  });
  expect(
    await updatePublication(author, made.code, 1, aList({ sequence: 8, documentNumber: '8号' })),
  ).toMatchObject({
    ok: true,
  });
  expect(await updatePublication(author, made.code, 1, aList({ sequence: 8 }))).toEqual({
    ok: false,
    reason: 'changed',
  });
  expect(await nextSequence('scenario-list', 2031)).toBe(9);
});

test('a returned list is its author’s again, with the reason, and can be handed in once more', async () => {
  const { code, scenario, version } = await aSubmittedList(10);
  const author = await viewerOf('bureau-author');
  const publisher = await viewerOf('bureau-publisher');
  expect(await returnPublication(author, code, version, '自己退回')).toEqual({ ok: false, reason: 'author' });
  expect(await returnPublication(publisher, code, version, '预算请核对')).toEqual({ ok: true });

  expect((await findPublicationForBureau(code))?.returned?.reason).toBe('预算请核对');
  const mine = (await listBureauQueue(author)).find((item) => item.code === code);
  expect(mine).toMatchObject({ kind: 'draft', returnedFor: '预算请核对' });
  const row = await findScenarioForBureau(scenario);
  expect(row?.state).toBe('returned');
  expect(
    await updateScenario(author, scenario, row!.version, aScenario({ budget: 1_000_000_00 })),
  ).toMatchObject({
    ok: true,
  });
  expect(await submitPublication(author, code, 3)).toEqual({ ok: true });
  expect(await publishPublication(publisher, code, 4)).toMatchObject({ ok: true });
});

test('the queue tells the author why and offers the list to the publisher', async () => {
  const { code } = await aSubmittedList(11);
  const of = async (who: 'bureau-author' | 'bureau-publisher') =>
    (await listSubmittedForBureau(await viewerOf(who))).find((item) => item.code === code);
  expect(await of('bureau-author')).toMatchObject({ blocked: 'author' });
  expect(await of('bureau-publisher')).toMatchObject({ blocked: undefined });
});

test('only the author changes a draft, an empty one is not handed in, and a handed-in one stays as it is', async () => {
  const author = await viewerOf('bureau-author');
  const colleague = await viewerOf('bureau-publisher');
  const made = await createPublication(author, aList({ sequence: 12 }));
  if (!made.ok) throw new Error(made.reason);
  expect(await submitPublication(author, made.code, 1)).toEqual({ ok: false, reason: 'empty' });
  expect(await addScenario(colleague, made.code, aScenario())).toBeUndefined();
  expect(await addScenario(author, made.code, aScenario({ owner: '没有这个单位' }))).toEqual({
    ok: false,
    reason: 'owner',
  });
  const first = await addScenario(author, made.code, aScenario());
  const second = await addScenario(author, made.code, aScenario());
  if (!first?.ok || !second?.ok) throw new Error('not added');
  expect(second.code).not.toBe(first.code);
  expect(await removeScenario(author, second.code, 1)).toEqual({ ok: true, publicationCode: made.code });
  expect(await submitPublication(author, made.code, 1)).toEqual({ ok: true });
  expect(await addScenario(author, made.code, aScenario())).toEqual({ ok: false, reason: 'state' });
  expect(await updateScenario(author, first.code, 2, aScenario())).toEqual({ ok: false, reason: 'state' });
  expect((await findPublicationForBureau(made.code))?.scenarios).toHaveLength(1);
});

test('a withdrawn scenario keeps its reason and leaves search', async () => {
  const { code, scenario, version } = await aSubmittedList(13);
  const publisher = await viewerOf('bureau-publisher');
  await publishPublication(publisher, code, version);
  const found = await findScenarioForBureau(scenario);
  const before = await db.$count(searchOutbox);
  expect(
    await withdrawScenario(await viewerOf('bureau-author'), scenario, found!.version, '需求取消'),
  ).toEqual({
    ok: false,
    reason: 'role',
  });
  expect(await withdrawScenario(publisher, scenario, found!.version, '需求取消')).toEqual({ ok: true });
  expect(await withdrawScenario(publisher, scenario, found!.version, '再来')).toEqual({
    ok: false,
    reason: 'state',
  });
  expect(await findScenarioForBureau(scenario)).toMatchObject({
    state: 'withdrawn',
    stateReason: '需求取消',
  });
  expect(await db.$count(searchOutbox)).toBe(before + 1);
  // Its page stays, and the list goes on leading there.
  const line = (await findPublicPublication(code, todayOn()))?.scenarios[0];
  expect(line).toMatchObject({ code: scenario, status: 'withdrawn', hasPage: true });
  expect(await findPublicScenario(scenario)).toBeDefined();
});

test('a catalogue takes public products once and recognises them when it is published', async () => {
  const author = await viewerOf('bureau-author');
  const publisher = await viewerOf('bureau-publisher');
  const made = await createPublication(author, aList({ kind: 'catalogue', sequence: 14 }));
  if (!made.ok) throw new Error(made.reason);
  const row = {
    product: 'P-PHO-01 晶圆级硅光自动测试系统',
    level: '市级',
    certificateNumber: null,
    validFromOn: '2031-01-05',
    validUntilOn: '2034-01-04',
  };
  expect(await addCatalogueRow(author, made.code, { ...row, product: '没有' })).toEqual({
    ok: false,
    reason: 'product',
  });
  expect(await addCatalogueRow(author, made.code, { ...row, product: 'P-PUB-29' })).toEqual({
    ok: false,
    reason: 'reported',
  });
  expect((await listProductChoices()).some(({ code }) => code.startsWith('P-PUB-'))).toBe(false);
  expect(await addCatalogueRow(author, made.code, row)).toEqual({ ok: true });
  expect(await addCatalogueRow(author, made.code, row)).toEqual({ ok: false, reason: 'twice' });
  expect(await addCatalogueRow(author, made.code, { ...row, product: 'P-PHO-02' })).toEqual({ ok: true });
  const second = (await findPublicationForBureau(made.code))?.products[1];
  expect(await removeCatalogueRow(author, made.code, second!.id)).toEqual({ ok: true });
  const decided = { authority: '西安市工业和信息化局', documentNumber: '市工信发〔2031〕1号' };
  const changed = aList({ kind: 'catalogue', sequence: 14, ...decided });
  expect(await updatePublication(author, made.code, 1, changed)).toMatchObject({ ok: true });
  expect(await submitPublication(author, made.code, 2)).toEqual({ ok: true });
  expect(await publishPublication(publisher, made.code, 3)).toEqual({ ok: true, rows: 1 });
  const [kept] = await db
    .select({ authority: recognitions.authority, documentNumber: recognitions.documentNumber })
    .from(recognitions)
    .innerJoin(publications, eq(publications.id, recognitions.publicationId))
    .where(eq(publications.code, made.code));
  expect(kept).toEqual(decided);
  const [product] = (await listProductsForBureau({ q: 'P-PHO-01', page: 1 })).rows;
  expect(product?.recognitions).toContainEqual(
    expect.objectContaining({ publicationCode: made.code, state: 'recognised' }),
  );
  expect(await db.$count(recognitions, eq(recognitions.state, 'draft'))).toBe(0);
  expect(
    (await listPublicationsForBureau({ page: 1 })).rows.find((each) => each.code === made.code)?.rows,
  ).toBe(1);
});
