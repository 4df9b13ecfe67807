import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { audit } from '#db/schema';
import { useDatabase } from '#tests/database';
import { addDays, todayOn } from '~/domain/calendar';
import { countDesk } from '~/domain/desk/count-desk.server';
import { answerContract } from './answer-contract.server';
import { correctContract } from './correct-contract.server';
import { findLead } from './find-lead.server';
import { contractedLead, makeLeadWorld, stepAs as step } from '#tests/lead-world';
import { listWaitingLeads } from './queue.server';

useDatabase();
const today = todayOn();

test('a contract waits for the confirmation of the enterprise after delivery too', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, today);
  await step(w.buyer, code, { move: 'record_delivery', acceptedOn: today, evidence: '验收单' });
  expect((await listWaitingLeads(w.enterprise, 5)).map((each) => each.code)).toEqual([code]);
  const { version } = (await findLead(w.enterprise, code))!;
  const answer = { viewer: w.enterprise, code, version, note: null };
  expect(await answerContract({ ...answer, verdict: 'confirmed' })).toEqual({ ok: true });
  expect((await countDesk(w.enterprise)).leads).toBe(0);
});

const contract = {
  contractNumber: 'HT-9',
  contractedOn: addDays(today, -2),
  amount: 1_200_000,
  method: '询价',
  quantity: 3,
  productName: '巡检 无人机',
  producerName: null,
};
const versionOf = async (w: World, code: string) => (await findLead(w.buyer, code))!.version;
type World = Awaited<ReturnType<typeof makeLeadWorld>>;

test('a disputed contract is put right by the buyer, and the enterprise is asked again', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, today);
  const answer = { viewer: w.enterprise, code, note: '金额不对' };
  await answerContract({ ...answer, version: await versionOf(w, code), verdict: 'disputed' });
  expect(await listWaitingLeads(w.buyer, 5)).toMatchObject([
    { code, confirmation: 'disputed', confirmByOn: null },
  ]);
  const version = await versionOf(w, code);
  const note = '金额录错';
  expect(await correctContract({ viewer: w.enterprise, code, version, contract, note })).toBeUndefined();
  expect(await correctContract({ viewer: w.buyer, code, version: version - 1, contract, note })).toEqual({
    ok: false,
    reason: 'changed',
  });
  expect(await correctContract({ viewer: w.buyer, code, version, contract, note })).toEqual({ ok: true });
  const lead = (await findLead(w.enterprise, code))!;
  expect(lead.purchase).toMatchObject({
    amount: 1_200_000,
    contractNumber: 'HT-9',
    confirmation: 'unconfirmed',
    disputeNote: null,
    nameMatch: null,
  });
  expect(lead.events[0]).toMatchObject({ kind: 'corrected', body: note, facts: { amount: 1_200_000 } });
  expect(lead.events.map((event) => event.facts.amount).filter(Boolean)).toEqual([1_200_000, 900_000]);
  expect((await listWaitingLeads(w.enterprise, 5)).map((each) => each.code)).toEqual([code]);
});

test('a delivered contract cannot be moved behind its acceptance, and an open lead has none to correct', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, addDays(today, -9));
  await step(w.buyer, code, { move: 'record_delivery', acceptedOn: addDays(today, -5), evidence: '验收单' });
  const wanted = { viewer: w.buyer, code, version: await versionOf(w, code), contract, note: '日期' };
  expect(await correctContract(wanted)).toEqual({ ok: false, reason: 'after-acceptance' });
  const earlier = { ...contract, contractedOn: addDays(today, -6) };
  expect(await correctContract({ ...wanted, contract: earlier })).toEqual({ ok: true });
  expect((await findLead(w.buyer, code))!.state).toBe('delivered');
});

test('an earlier contract that is entered late moves the mark of the city and leaves a trace on both records', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, addDays(today, -10));
  const { buyer: other } = await makeLeadWorld();
  const second = await contractedLead({ ...w, buyer: other }, addDays(today, -3));
  const traces = () => db.select().from(audit).where(eq(audit.action, 'first.moved'));
  expect(await traces()).toEqual([]);
  expect(
    await correctContract({
      viewer: other,
      code: second,
      version: (await findLead(other, second))!.version,
      contract: {
        ...contract,
        contractedOn: addDays(today, -30),
        productName: '巡检无人机',
        producerName: '别的企业',
      },
      note: '签订日期录错',
    }),
  ).toEqual({ ok: true });
  expect(await traces()).toMatchObject([
    { subject: 'product', subjectId: w.productId, data: { kind: 'purchase' } },
  ]);
  expect((await findLead(w.buyer, code))!.purchase!.moves).toMatchObject([
    { kind: 'purchase', gained: false },
  ]);
  const moved = (await findLead(other, second))!.purchase!;
  expect(moved.moves).toMatchObject([{ kind: 'purchase', gained: true }]);
  expect(moved).toMatchObject({ nameMatch: false, inWindow: false });
});
