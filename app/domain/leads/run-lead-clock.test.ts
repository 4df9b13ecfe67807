import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { leads, mails, memberships, organisations, purchases, users } from '#db/schema';
import { useDatabase } from '#tests/database';
import { acceptedLead, contractedLead, makeLeadWorld, openedLead, stepAs } from '#tests/lead-world';
import { todayOn } from '~/domain/calendar';
import { findLead } from './find-lead.server';
import { runLeadClock } from './run-lead-clock.server';
import { writeLetter } from './write-letter.server';

useDatabase();
const fail = (error: unknown) => {
  throw error;
};
const at = (on: string) => new Date(`${on}T09:00:00+08:00`);
const clock = (on: string) => runLeadClock(fail, at(on));
const nobody = { lapsed: 0, reminded: 0, bureau: 0 };

const since = (code: string, on: string) =>
  write((tx) =>
    tx
      .update(leads)
      .set({ waitingSince: at(on) })
      .where(eq(leads.code, code)),
  );
/** The mails that wait, as `who: subject`, and then none. */
async function posted() {
  const rows = await db.select().from(mails);
  await write((tx) => tx.delete(mails));
  return rows.map(({ recipient, subject }) => `${recipient.replace(/[\d@].*/, '')}: ${subject}`).sort();
}
beforeEach(() =>
  write(
    async (tx) =>
      void (await tx.update(leads).set({ state: 'lapsed' }).where(eq(leads.state, 'awaiting_reply'))),
  ),
);

test('an enquiry without an answer: two reminders, the bureau, then it lapses, across the National Day holidays', async () => {
  const w = await makeLeadWorld();
  await write(async (tx) => {
    const [office] = await tx
      .insert(organisations)
      .values({ code: 'T-office', kind: 'bureau', name: '专班', shortName: '专班' })
      .returning();
    const [user] = await tx
      .insert(users)
      .values({ email: 'office@example.cn', name: '甲', passwordHash: '-' })
      .returning();
    await tx.insert(memberships).values({ userId: user!.id, organisationId: office!.id, role: 'reviewer' });
  });
  const code = await openedLead(w);
  await posted();
  await since(code, '2026-09-28'); // a Monday; 29 and 30 September are worked, then off until 7 October
  expect(await clock('2026-09-30')).toEqual(nobody);
  expect(await clock('2026-10-05')).toEqual(nobody);
  expect(await clock('2026-10-08')).toEqual({ ...nobody, reminded: 1 });
  expect(await clock('2026-10-08')).toEqual(nobody);
  expect(await posted()).toEqual([`enterprise: 线索 ${code}：有对接请求等你们答复`]);
  expect(await clock('2026-10-09')).toEqual(nobody);
  expect(await clock('2026-10-10')).toEqual({ ...nobody, reminded: 1 }); // a worked Saturday: the fifth day
  expect(await clock('2026-10-13')).toEqual({ ...nobody, bureau: 1 });
  expect(await clock('2026-10-14')).toEqual(nobody);
  expect(await posted()).toEqual([
    `enterprise: 线索 ${code}：有对接请求等你们答复`,
    'office: 有 1 条线索等候已满 7 个工作日',
  ]);
  expect((await findLead(w.buyer, code))!.lapsesOn).toBe('2026-10-30');
  expect(await clock('2026-10-29')).toEqual(nobody);
  expect(await clock('2026-10-30')).toEqual({ ...nobody, lapsed: 1 });
  expect(await posted()).toEqual([
    `buyer: 线索 ${code}：长期没有回音，线索失效；可以恢复一次`,
    `enterprise: 线索 ${code}：长期没有回音，线索失效；可以恢复一次`,
  ]);
  const lead = (await findLead(w.buyer, code))!;
  expect(lead).toMatchObject({ state: 'lapsed', awaited: undefined, lapsesOn: null });
  expect(lead.events[0]).toMatchObject({ move: 'lapse', side: 'system', toState: 'lapsed', version: 2 });
  expect(await stepAs(w.buyer, code, { move: 'reopen_enquiry' })).toEqual({
    ok: true,
    state: 'awaiting_reply',
  });
  await stepAs(w.enterprise, code, { move: 'decline', reason: '价格', note: null });
  await posted();
});

test('no lead lapses before somebody was reminded of it, and an answer begins the count anew', async () => {
  const w = await makeLeadWorld();
  const code = await acceptedLead(w);
  await since(code, '2026-01-05');
  await posted();
  expect(await clock('2026-06-01')).toMatchObject({ lapsed: 0, reminded: 1 });
  expect(await posted()).toContain(`buyer: 线索 ${code}：对方在等你们回信`);
  await writeLetter({ viewer: w.buyer, code, body: '在的' });
  expect(await clock(todayOn())).toEqual(nobody);
  await since(code, '2026-01-05');
  expect(await clock('2026-06-02')).toMatchObject({ lapsed: 0, reminded: 1 });
  expect(await clock('2026-06-03')).toMatchObject({ lapsed: 1 });
  await posted();
});

test('trials and tenders take the time they take', async () => {
  const w = await makeLeadWorld();
  const code = await acceptedLead(w);
  await stepAs(w.buyer, code, { move: 'start_trial', site: '涝峪口', startedOn: '2026-01-05' });
  await since(code, '2026-01-05');
  expect(await clock('2026-06-01')).toEqual(nobody);
});

test('an enterprise is reminded of a contract until the day until which it may confirm', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, '2026-03-02');
  await write((tx) =>
    tx.update(purchases).set({ confirmByOn: '2026-03-17' }).where(eq(purchases.productId, w.productId)),
  );
  await since(code, '2026-03-02');
  await posted();
  expect(await clock('2026-03-05')).toEqual({ ...nobody, reminded: 1 });
  expect(await posted()).toEqual([`enterprise: 线索 ${code}：有签约记录等你们确认`]);
  expect(await clock('2026-03-18')).toEqual(nobody);
  expect(await clock('2026-03-17')).toEqual({ ...nobody, reminded: 1 });
});
