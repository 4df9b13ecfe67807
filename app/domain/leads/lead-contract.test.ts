import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database';
import { todayOn } from '~/domain/calendar';
import { countDesk } from '~/domain/desk/count-desk.server';
import { answerContract } from './answer-contract.server';
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
