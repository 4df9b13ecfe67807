import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db, write } from '#db/client.server';
import { mails, users } from '#db/schema';
import { useDatabase } from '#tests/database';
import { acceptedLead, contractedLead, makeLeadWorld, stepAs } from '#tests/lead-world';
import { todayOn } from '~/domain/calendar';
import { answerContract } from './answer-contract.server';
import { findLead } from './find-lead.server';
import { moveLead } from './move-lead.server';
import { writeLetter } from './write-letter.server';

useDatabase();

async function posted() {
  const rows = await db.select().from(mails);
  await write((tx) => tx.delete(mails));
  return rows;
}
const short = (rows: Awaited<ReturnType<typeof posted>>) =>
  rows.map(({ recipient, subject }) => `${recipient.replace(/[\d@].*/, '')} ${subject.split('：')[1]}`);

test('each step is told once, to the other side', async () => {
  const w = await makeLeadWorld();
  const code = await contractedLead(w, todayOn());
  expect(short(await posted())).toEqual([
    'enterprise 收到新的对接请求，等你们接受或谢绝',
    'buyer 对方接受了对接，联系人已互相可见',
    'enterprise 采购单位进入采购',
    'enterprise 采购单位登记了签约，请确认',
  ]);
  const { version } = (await findLead(w.enterprise, code))!;
  await answerContract({ viewer: w.enterprise, code, version, verdict: 'confirmed', note: null });
  await stepAs(w.buyer, code, { move: 'record_delivery', acceptedOn: todayOn(), evidence: '验收单' });
  expect(short(await posted())).toEqual([
    'buyer 企业确认了签约记录',
    'enterprise 采购单位登记了交付，线索完成',
  ]);
});

test('a step that is refused is told to nobody', async () => {
  const w = await makeLeadWorld();
  const code = await acceptedLead(w);
  await posted();
  const step = { move: 'close_lost', reason: '价格', note: null } as const;
  expect(await moveLead({ viewer: w.buyer, code, version: 1, step })).toMatchObject({ ok: false });
  expect(await posted()).toEqual([]);
});

test('a mail says where to read on, in the language of its reader, and nothing that only the two sides should read', async () => {
  const w = await makeLeadWorld();
  const code = await acceptedLead(w);
  await write((tx) => tx.update(users).set({ locale: 'en' }).where(eq(users.id, w.buyer.userId)));
  await posted();
  await writeLetter({ viewer: w.enterprise, code, body: '底价 26 万元' });
  const [mail, ...others] = await posted();
  expect(others).toEqual([]);
  expect(mail!.subject).toBe(`Lead ${code}: A letter from the other side has arrived`);
  expect(mail!.body).toContain(`/account/leads/${code}`);
  expect(mail!.body).not.toMatch(/底价|万|陈志远|13800002046|西安企业/);
});

test('whoever can sign in no more is told nothing', async () => {
  const w = await makeLeadWorld();
  const code = await acceptedLead(w);
  await write((tx) => tx.update(users).set({ isActive: false }).where(eq(users.id, w.buyer.userId)));
  await posted();
  await writeLetter({ viewer: w.enterprise, code, body: '请回信' });
  expect(await posted()).toEqual([]);
});
