import type { ActionFunction } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import {
  leadEvents,
  memberships,
  products,
  publications,
  scenarios,
  shortlists,
  vocabularyGroups,
} from '#db/schema';
import { useWorld, viewerOf } from '#tests/world';
import { moveLead } from '~/domain/leads/move-lead.server';
import { openLead } from '~/domain/leads/open-lead.server';
import { action as letter } from '~/routes/account/leads.$code/route';
import { action as newProduct } from '~/routes/account/products.new';
import { action as newShortlist } from '~/routes/account/shortlists._index';
import { action as newPublication } from '~/routes/bureau/publications.new';
import { action as newScenario } from '~/routes/bureau/scenarios.new';
import { action as newGroup } from '~/routes/bureau/vocabulary.new';
import { startSession } from '~/session/session.server';

useWorld();
type Who = Parameters<typeof viewerOf>[0];
type Sent = { who: Who; action: unknown; address: string; params?: Record<string, string> };

/** Sends a form to an action as one of the demo accounts; the path that the answer leads to. */
async function send({ who, action, address, params = {} }: Sent, form: Record<string, string>) {
  const viewer = await viewerOf(who);
  const [member] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(eq(memberships.userId, viewer.userId));
  const Cookie = (await startSession(member!.id)).split(';')[0]!;
  const body = new URLSearchParams(form);
  const request = new Request(`http://localhost${address}`, { method: 'POST', headers: { Cookie }, body });
  const answer = (await (action as ActionFunction)({
    request,
    params,
    context: { nonce: '', requestId: '', network: '' },
  })) as Response;
  expect(answer.status, JSON.stringify(answer)).toBe(303);
  return answer.headers.get('location')!;
}

const product = { who: 'enterprise', action: newProduct, address: '/account/products/new' } as const;
const productForm = {
  intent: 'draft',
  name: '重复提交试验机',
  kind: 'first-unit',
  industry: '无人机',
  summary: '为检查重复提交而登记，说明文字超过二十个字，以便通过表单校验。',
};
const publicationForm = {
  kind: 'scenario-list',
  year: '2031',
  sequence: '1',
  authority: '市场景和三首专班（示例）',
  issuedOn: '2031-01-05',
  title: '',
  documentNumber: '',
};

/** The same form sent twice at once and a third time: leads to one place. Returns how many rows came of it. */
async function thrice(sent: Sent, form: Record<string, string>, count: () => Promise<number>) {
  const before = await count();
  const again = () => send(sent, { ...form, formKey: 'the-key-of-this-form' });
  const places = [...(await Promise.all([again(), again()])), await again()];
  expect(new Set(places).size).toBe(1);
  return (await count()) - before;
}

test('a product sent twice is one product', async () => {
  expect(await thrice(product, productForm, () => db.$count(products))).toBe(1);
});

test('with other content, or without a key, there are two', async () => {
  const formKey = 'the-key-of-this-form';
  const places = [
    await send(product, { ...productForm, formKey, model: 'A' }),
    await send(product, { ...productForm, formKey, model: 'B' }),
    await send(product, productForm),
    await send(product, productForm),
  ];
  expect(new Set(places).size).toBe(4);
});

test('a list, and a scenario on it', async () => {
  const list = { who: 'bureau-author', action: newPublication, address: '/bureau/publications/new' } as const;
  expect(await thrice(list, publicationForm, () => db.$count(publications))).toBe(1);
  const [{ code } = { code: '' }] = await db
    .select({ code: publications.code })
    .from(publications)
    .where(eq(publications.year, 2031));
  const onList = {
    who: 'bureau-author',
    action: newScenario,
    address: `/bureau/scenarios/new?publication=${code}`,
  } as const;
  const form = {
    title: '重复提交试验场景',
    owner: '鄠邑区山林保护站（示例）',
    category: '无人系统',
    need: '为检查重复提交而写的需求，说明文字超过二十个字，以便通过表单校验。',
    background: '山林面积大，人工巡护一次要三天，火情发现得晚。',
    requirement: '连续留空不少于二小时',
    contactName: '王岚',
    contactPhone: '029-80000001',
    deadlineOn: '2031-06-30',
    deadlineGranularity: 'day',
  };
  expect(await thrice(onList, form, () => db.$count(scenarios))).toBe(1);
});

test('a group of words', async () => {
  const group = { who: 'bureau-author', action: newGroup, address: '/bureau/vocabulary/new' } as const;
  const form = { area: '无人机', terms: '无人机\n嗡嗡机', narrower: '', note: '' };
  const drafts = () => db.$count(vocabularyGroups, eq(vocabularyGroups.state, 'draft'));
  expect(await thrice(group, form, drafts)).toBe(1);
});

test('a shortlist, whose name is then taken', async () => {
  const shortlist = { who: 'buyer', action: newShortlist, address: '/account/shortlists' } as const;
  expect(await thrice(shortlist, { name: '巡护' }, () => db.$count(shortlists))).toBe(1);
});

test('a letter', async () => {
  const [buyer, enterprise] = [await viewerOf('buyer'), await viewerOf('enterprise')];
  const [{ code } = { code: '' }] = await db
    .select({ code: products.code })
    .from(products)
    .where(eq(products.organisationId, enterprise.organisationId))
    .orderBy(products.code);
  const opened = await openLead({ viewer: buyer, origin: 'enquiry', productCode: code, purpose: '巡护' });
  if (!opened?.ok) throw new Error('no lead');
  await moveLead({ viewer: enterprise, code: opened.code, version: 1, step: { move: 'accept' } });
  const sent = {
    who: 'buyer',
    action: letter,
    address: `/account/leads/${opened.code}`,
    params: { code: opened.code },
  } as const;
  const form = { intent: 'letter', body: '请问何时可以试飞？' };
  expect(await thrice(sent, form, () => db.$count(leadEvents))).toBe(1);
});
