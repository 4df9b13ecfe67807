import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#db/client.server';
import { trials } from '#db/schema';
import { useDatabase } from '#tests/database';
import { addDays, todayOn } from '~/domain/calendar';
import { findPublicProduct } from '~/domain/products/products.server';
import { leadOnTrial, makeLeadWorld, stepAs as step } from '#tests/lead-world';

useDatabase();
const today = todayOn();
const procuring = {
  move: 'start_procuring',
  method: '询价',
  plannedMonth: today.slice(0, 7),
  budget: 1_000_000,
} as const;

test('procurement begins only when the running trial has its result', async () => {
  const w = await makeLeadWorld();
  const code = await leadOnTrial(w, today);
  expect(await step(w.buyer, code, procuring)).toEqual({ ok: false, reason: 'state' });
  await step(w.buyer, code, { move: 'record_trial', result: 'failed', endedOn: today, note: null });
  expect(await step(w.buyer, code, procuring)).toEqual({ ok: true, state: 'procuring' });
  expect(await db.select().from(trials).where(eq(trials.productId, w.productId))).toMatchObject([
    { endedOn: today, result: 'failed' },
  ]);
});

test('a lead that is closed during a trial leaves none running', async () => {
  const w = await makeLeadWorld();
  const trying = async () => (await findPublicProduct(w.productCode, today))!.trying;
  const code = await leadOnTrial(w, addDays(today, -3));
  expect(await trying()).toBe(1);
  await step(w.enterprise, code, { move: 'close_lost', reason: '企业无法供货', note: null });
  expect(await trying()).toBe(0);
  expect(await db.select().from(trials).where(eq(trials.productId, w.productId))).toMatchObject([
    { endedOn: today, result: null },
  ]);
});

test('a trial that had yet to begin when its lead was closed never was', async () => {
  const w = await makeLeadWorld();
  const code = await leadOnTrial(w, addDays(today, 30));
  await step(w.buyer, code, { move: 'close_lost', reason: '价格', note: null });
  expect(await db.$count(trials, eq(trials.productId, w.productId))).toBe(0);
});
