import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, refusal, write } from '#db/client.server';
import { leadEvents, leads, productVersions, products, purchases, searchOutbox, trials } from '#db/schema';
import { useDatabase } from '#tests/database';
import { addDays, todayOn } from '~/domain/calendar';
import { countDesk } from '~/domain/desk/count-desk.server';
import { firstsOf } from '~/domain/purchases/firsts';
import { findLead, findLeadForBureau } from './find-lead.server';
import { awaitedSide, endedLeadStates, leadStates } from './lead';
import { makeLeadWorld, stepAs as step } from '#tests/lead-world';
import { listLeads } from './list-leads.server';
import { answerContract } from './answer-contract.server';
import { moveLead } from './move-lead.server';
import { writeLetter } from './write-letter.server';
import { findEnquiryPage } from './enquiry-page.server';
import { openLead } from './open-lead.server';
import { listWaitingLeads } from './queue.server';

useDatabase();
const today = todayOn();
type World = Awaited<ReturnType<typeof makeLeadWorld>>;

const enquire = (w: World, more: { scenarioCode?: string } = {}) =>
  openLead({
    viewer: w.buyer,
    origin: 'enquiry',
    productCode: w.productCode,
    purpose: '三处点位的夜间巡护',
    quantity: 3,
    unit: '架',
    budget: 120_000_000,
    neededBy: '2027-03',
    ...more,
  });
async function opened(w: World) {
  const out = await enquire(w);
  if (!out?.ok) throw new Error('not opened');
  return out.code;
}
test('an enquiry opens a lead that waits for the enterprise and keeps the version of the product', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  expect(code).toMatch(/^L-\d{4}-\d{4}$/);
  const lead = await findLead(w.enterprise, code);
  expect(lead).toMatchObject({
    state: 'awaiting_reply',
    awaited: 'enterprise',
    side: 'enterprise',
    quantity: 3,
    budget: 120_000_000,
  });
  expect(lead!.stages.map(({ stage, status }) => `${stage} ${status}`).slice(0, 3)).toEqual([
    'new done',
    'awaiting_reply now',
    'in_contact ahead',
  ]);
  expect(await db.$count(productVersions, eq(productVersions.productId, w.productId))).toBe(1);
  expect((await countDesk(w.enterprise)).leads).toBe(1);
  expect((await countDesk(w.buyer)).leads).toBe(0);
});

test('the same enquiry sent twice at once makes one lead', async () => {
  const w = await makeLeadWorld();
  const both = await Promise.all([enquire(w), enquire(w)]);
  expect(both.map((out) => out?.ok && out.already).sort()).toEqual([false, true]);
  expect(new Set(both.map((out) => out?.ok && out.code)).size).toBe(1);
  expect(await db.$count(leads, eq(leads.productId, w.productId))).toBe(1);
  const other = await enquire(w, { scenarioCode: w.scenarioCode });
  expect(other).toMatchObject({ ok: true, already: false });
});

test('an enquiry is refused to enterprises, for hidden products, and for scenarios of others', async () => {
  const w = await makeLeadWorld();
  const stranger = await makeLeadWorld();
  const base = { origin: 'enquiry' as const, productCode: w.productCode, purpose: '试' };
  expect(await openLead({ ...base, viewer: w.enterprise })).toEqual({ ok: false, reason: 'not-a-buyer' });
  expect(await openLead({ ...base, viewer: w.buyer, scenarioCode: stranger.scenarioCode })).toEqual({
    ok: false,
    reason: 'not-your-scenario',
  });
  expect(await openLead({ ...base, viewer: w.buyer, productCode: 'P-NO-1' })).toBeUndefined();
  await write((tx) => tx.update(products).set({ state: 'withdrawn' }).where(eq(products.id, w.productId)));
  expect(await openLead({ ...base, viewer: w.buyer })).toEqual({ ok: false, reason: 'not-published' });
  expect(await findEnquiryPage(w.buyer, w.productCode)).toBeUndefined();
});

test('the owner of a scenario opens a lead from an answer to it, and nobody else does', async () => {
  const w = await makeLeadWorld();
  const stranger = await makeLeadWorld();
  expect(
    await openLead({ viewer: stranger.buyer, origin: 'response', responseId: w.responseId }),
  ).toBeUndefined();
  const out = await openLead({ viewer: w.buyer, origin: 'response', responseId: w.responseId });
  expect(out).toMatchObject({ ok: true, already: false });
  const lead = await findLead(w.buyer, out?.ok ? out.code : '');
  expect(lead).toMatchObject({
    origin: 'response',
    purpose: '森林防火巡护',
    scenario: { code: w.scenarioCode },
    responseMessage: '可以满足全部要求',
  });
  expect((await findEnquiryPage(w.buyer, w.productCode))!.openLeads).toEqual([
    { code: lead!.code, scenarioCode: w.scenarioCode },
  ]);
});

test('nobody outside a lead sees it', async () => {
  const w = await makeLeadWorld();
  const stranger = await makeLeadWorld();
  const code = await opened(w);
  expect(await findLead(stranger.buyer, code)).toBeUndefined();
  expect(await findLead(stranger.enterprise, code)).toBeUndefined();
  expect(
    await moveLead({ viewer: stranger.enterprise, code, version: 1, step: { move: 'accept' } }),
  ).toBeUndefined();
  expect(await writeLetter({ viewer: stranger.buyer, code, body: '你好' })).toBeUndefined();
});

test('contacts and names of the other side are not in the data before acceptance, and are after it', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  const before = [await findLead(w.enterprise, code), await findLead(w.buyer, code)];
  expect(before.map((lead) => lead!.contacts)).toEqual([null, null]);
  for (const secret of ['example.cn', '13800002046', '029-8000', '王岚'])
    expect(JSON.stringify(before[0])).not.toContain(secret);
  expect((await findLeadForBureau(code))!.contacts!.buyer.person).toBe('王岚');

  expect(await step(w.enterprise, code, { move: 'accept' })).toEqual({ ok: true, state: 'in_contact' });
  const after = await findLead(w.buyer, code);
  expect(after!.contacts!.enterprise).toMatchObject({
    person: '陈志远',
    phone: '13800002046',
    officePhone: '029-80000002',
  });
  expect((await findLead(w.enterprise, code))!.contacts!.buyer).toMatchObject({ person: '王岚' });
  expect(after!.awaited).toBe('buyer');
});

test('a declined lead has a reason, shares no contacts and takes no letters', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  expect(await step(w.buyer, code, { move: 'accept' })).toEqual({ ok: false, reason: 'side' });
  await step(w.enterprise, code, { move: 'decline', reason: '企业无法供货', note: '产线检修' });
  const lead = await findLead(w.buyer, code);
  expect(lead).toMatchObject({
    state: 'declined',
    reason: '企业无法供货',
    reasonNote: '产线检修',
    contacts: null,
    awaited: undefined,
  });
  expect(await writeLetter({ viewer: w.buyer, code, body: '再谈谈' })).toEqual({
    ok: false,
    reason: 'state',
  });
  expect(await enquire(w)).toMatchObject({ ok: true, already: false });
});

test('of two moves at the same time one wins and the other is told', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  const [accepted, withdrawn] = await Promise.all([
    moveLead({ viewer: w.enterprise, code, version: 1, step: { move: 'accept' } }),
    moveLead({ viewer: w.buyer, code, version: 1, step: { move: 'withdraw' } }),
  ]);
  expect([accepted!.ok, withdrawn!.ok].sort()).toEqual([false, true]);
  expect(accepted!.ok ? withdrawn : accepted).toEqual({ ok: false, reason: 'changed' });
  const lead = await findLead(w.buyer, code);
  expect(lead!.version).toBe(2);
  expect(lead!.events.filter((event) => event.version > 1)).toHaveLength(1);
});

test('a letter passes the turn to the other side and never collides with a move', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  expect(await writeLetter({ viewer: w.buyer, code, body: '早' })).toEqual({ ok: false, reason: 'state' });
  await step(w.enterprise, code, { move: 'accept' });
  expect((await findLead(w.buyer, code))!.awaited).toBe('buyer');
  expect(await writeLetter({ viewer: w.buyer, code, body: '能否先试用两周？' })).toEqual({ ok: true });
  const lead = await findLead(w.enterprise, code);
  expect(lead).toMatchObject({ awaited: 'enterprise', version: 2 });
  expect(lead!.events[0]).toMatchObject({ kind: 'message', actor: '王岚', body: '能否先试用两周？' });
  expect((await countDesk(w.enterprise)).leads).toBe(1);
});

test('a lead goes all the way to delivery, and the firsts of the product follow', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  await step(w.enterprise, code, { move: 'accept' });
  await step(w.buyer, code, { move: 'start_trial', site: '涝峪口', startedOn: addDays(today, -20) });
  expect(
    await step(w.buyer, code, {
      move: 'record_trial',
      result: 'passed',
      endedOn: addDays(today, -21),
      note: null,
    }),
  ).toEqual({ ok: false, reason: 'before-trial' });
  await step(w.buyer, code, {
    move: 'record_trial',
    result: 'passed',
    endedOn: addDays(today, -10),
    note: '96 架次',
  });
  expect((await findLead(w.buyer, code))!.events[0]).toMatchObject({
    kind: 'trial_result',
    marks: [{ kind: 'use', scope: 'city' }],
  });
  await step(w.buyer, code, {
    move: 'start_procuring',
    method: '公开招标',
    plannedMonth: today.slice(0, 7),
    budget: 120_000_000,
  });
  const contract = {
    contractNumber: 'HT-1',
    contractedOn: addDays(today, -5),
    amount: 108_600_000,
    method: '公开招标',
    quantity: 3,
  };
  expect(await step(w.buyer, code, { move: 'record_contract', ...contract })).toEqual({
    ok: true,
    state: 'contracted',
  });

  expect((await countDesk(w.enterprise)).leads).toBe(1);
  expect((await listWaitingLeads(w.enterprise, 5)).map((each) => each.code)).toEqual([code]);
  expect(
    await answerContract({ viewer: w.buyer, code, version: 6, verdict: 'confirmed', note: null }),
  ).toBeUndefined();
  const seen = await findLead(w.enterprise, code);
  expect(seen!.purchase).toMatchObject({ confirmation: 'unconfirmed', amount: 108_600_000 });
  expect(
    await answerContract({
      viewer: w.enterprise,
      code,
      version: seen!.version,
      verdict: 'confirmed',
      note: null,
    }),
  ).toEqual({ ok: true });
  expect(
    await answerContract({
      viewer: w.enterprise,
      code,
      version: seen!.version,
      verdict: 'disputed',
      note: '不对',
    }),
  ).toEqual({ ok: false, reason: 'changed' });
  expect((await countDesk(w.enterprise)).leads).toBe(0);

  expect(
    await step(w.buyer, code, {
      move: 'record_delivery',
      acceptedOn: addDays(today, -6),
      evidence: '验收单',
    }),
  ).toEqual({ ok: false, reason: 'before-contract' });
  expect((await findLead(w.buyer, code))!.state).toBe('contracted');
  expect(
    await step(w.buyer, code, { move: 'record_delivery', acceptedOn: today, evidence: '验收单第 3 号' }),
  ).toEqual({ ok: true, state: 'delivered' });

  const bought = await db.select().from(purchases).where(eq(purchases.productId, w.productId));
  expect(bought[0]).toMatchObject({
    state: 'accepted',
    acceptedOn: today,
    confirmation: 'confirmed',
    unit: '架',
  });
  const firsts = firstsOf(bought, await db.select().from(trials).where(eq(trials.productId, w.productId)));
  expect(firsts.cityPurchase?.on).toBe(contract.contractedOn);
  expect(firsts.cityUse?.on).toBe(addDays(today, -10));
  expect(
    await db.$count(
      searchOutbox,
      and(eq(searchOutbox.type, 'product'), eq(searchOutbox.entityId, w.productId)),
    ),
  ).toBe(4);
  const end = await findLead(w.buyer, code);
  expect(end!.stages.every((stage) => stage.status === 'done')).toBe(true);
  expect(end!.events.map((event) => event.kind)).toEqual([
    'moved',
    'confirmed',
    'moved',
    'moved',
    'trial_result',
    'moved',
    'moved',
    'opened',
  ]);
});

test('a terminated contract counts as no purchase', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  await step(w.enterprise, code, { move: 'accept' });
  await step(w.buyer, code, {
    move: 'start_procuring',
    method: '询价',
    plannedMonth: '2027-01',
    budget: 1_000_000,
  });
  await step(w.buyer, code, {
    move: 'record_contract',
    contractNumber: 'HT-2',
    contractedOn: today,
    amount: 900_000,
    method: '询价',
    quantity: null,
  });
  expect(await step(w.buyer, code, { move: 'terminate', reason: '双方协商解除', note: '供货不能' })).toEqual({
    ok: true,
    state: 'terminated',
  });
  const bought = await db.select().from(purchases).where(eq(purchases.productId, w.productId));
  expect(firstsOf(bought, []).cityPurchase).toBeUndefined();
});

test('a lapsed lead comes back once, without contacts when it had never been accepted', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  const lapse = () => write((tx) => tx.update(leads).set({ state: 'lapsed' }).where(eq(leads.code, code)));
  await lapse();
  expect(await step(w.buyer, code, { move: 'reopen' })).toEqual({ ok: false, reason: 'state' });
  expect(await step(w.buyer, code, { move: 'reopen_enquiry' })).toEqual({
    ok: true,
    state: 'awaiting_reply',
  });
  await lapse();
  expect(await step(w.buyer, code, { move: 'reopen_enquiry' })).toEqual({
    ok: false,
    reason: 'reopened-before',
  });
});

test('a lapsed lead does not come back beside another open one about the same thing', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  await write((tx) => tx.update(leads).set({ state: 'lapsed' }).where(eq(leads.code, code)));
  await opened(w);
  expect(await step(w.buyer, code, { move: 'reopen_enquiry' })).toEqual({
    ok: false,
    reason: 'another-open',
  });
});

test('the database itself refuses a move that is none', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  const error = await write((tx) =>
    tx.update(leads).set({ state: 'delivered' }).where(eq(leads.code, code)),
  ).catch((e: unknown) => e);
  expect(refusal(error)).toEqual({ kind: 'rule', on: 'leads_move' });
});

test('the queue counts exactly the leads whose turn it is', async () => {
  const w = await makeLeadWorld();
  const expected = { buyer: 0, enterprise: 0, bureau: 0 };
  let n = 0;
  for (const state of leadStates)
    for (const lastSide of ['buyer', 'enterprise', 'bureau', 'system'] as const) {
      const awaited = awaitedSide(state, lastSide);
      if (awaited) expected[awaited]++;
      await write((tx) =>
        tx.insert(leads).values({
          code: `Q-${++n}`,
          buyerId: w.buyer.organisationId,
          enterpriseId: w.enterprise.organisationId,
          productId: w.productId,
          productVersion: 1,
          subjectKey: `q${n}`,
          origin: 'enquiry',
          openedById: w.buyer.userId,
          purpose: 'q',
          state,
          lastSide,
        }),
      );
    }
  expect((await countDesk(w.buyer)).leads).toBe(expected.buyer);
  expect((await countDesk(w.enterprise)).leads).toBe(expected.enterprise);
  const tabs = await listLeads(w.buyer, 'ended', 1);
  expect(tabs.counts).toEqual({ waiting: expected.buyer, open: 24, ended: endedLeadStates.length * 4 });
  expect(tabs.rows).toHaveLength(20);
});

test('every event of a lead says which version it made', async () => {
  const w = await makeLeadWorld();
  const code = await opened(w);
  await step(w.enterprise, code, { move: 'accept' });
  const [row] = await db.select({ id: leads.id }).from(leads).where(eq(leads.code, code));
  const events = await db.select().from(leadEvents).where(eq(leadEvents.leadId, row!.id));
  expect(events.map((event) => event.data.version).sort()).toEqual([1, 2]);
});
