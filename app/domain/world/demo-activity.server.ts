import { eq } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, memberships, organisations, users } from '#db/schema';
import { addDays, todayOn } from '~/domain/calendar';
import { answerContract } from '~/domain/leads/answer-contract.server';
import { moveLead } from '~/domain/leads/move-lead.server';
import { writeLetter } from '~/domain/leads/write-letter.server';
import { type Step } from '~/domain/leads/carry-out-step.server';
import { openLead } from '~/domain/leads/open-lead.server';
import type { LeadViewer } from '~/domain/leads/queue.server';

async function viewerOf(email: string): Promise<LeadViewer> {
  const [viewer] = await db
    .select({ userId: users.id, organisationId: organisations.id, organisationKind: organisations.kind })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(users.email, email));
  if (!viewer) throw new Error(`the demo world has no account ${email}`);
  return viewer;
}

const version = async (code: string) =>
  (await db.select({ version: leads.version }).from(leads).where(eq(leads.code, code)))[0]!.version;

async function step(viewer: LeadViewer, code: string, what: Step) {
  const done = await moveLead({ viewer, code, version: await version(code), step: what });
  if (!done?.ok) throw new Error(`the demo story stops at ${what.move} of ${code}: ${done?.reason}`);
}

async function enquire(
  viewer: LeadViewer,
  productCode: string,
  purpose: string,
  quantity: number,
  unit: string,
  budgetWan: number,
) {
  const opened = await openLead({
    viewer,
    origin: 'enquiry',
    productCode,
    purpose,
    quantity,
    unit,
    budget: budgetWan * 1_000_000,
  });
  if (!opened?.ok) throw new Error(`the demo story cannot begin: ${opened?.reason}`);
  return opened.code;
}

/**
 * Plays three invented leads between the demo world's invented organisations through the same verbs that
 * the site uses: one bought, one tried and being procured, one waiting for an answer.
 */
export async function playDemoActivity() {
  const [anyLead] = await db.select({ id: leads.id }).from(leads).limit(1);
  if (anyLead) return;
  const today = todayOn();
  const [forest, power, yunyao, lingyu] = await Promise.all(
    [
      'forest@buyer.example',
      'power@buyer.example',
      'yunyao@enterprise.example',
      'lingyu@enterprise.example',
    ].map(viewerOf),
  );

  const bought = await enquire(
    power!,
    'P-UAV-11',
    '用于输电线路巡检影像的批量识别，替代人工看图。',
    2,
    '套',
    45,
  );
  await step(yunyao!, bought, { move: 'accept' });
  await writeLetter({
    viewer: yunyao!,
    code: bought,
    body: '可以按年授权部署，随附缺陷样本库。报价与检测报告请看产品页。',
  });
  await step(power!, bought, {
    move: 'start_procuring',
    method: '竞争性谈判',
    plannedMonth: today.slice(0, 7),
    budget: 45_000_000,
  });
  const contractedOn = addDays(today, -40);
  await step(power!, bought, {
    move: 'record_contract',
    contractNumber: `示例〔${contractedOn.slice(0, 4)}〕采 18 号`,
    contractedOn,
    amount: 38_600_000,
    method: '竞争性谈判',
    quantity: 2,
  });
  await answerContract({
    viewer: yunyao!,
    code: bought,
    version: await version(bought),
    verdict: 'confirmed',
    note: null,
  });
  await step(power!, bought, {
    move: 'record_delivery',
    acceptedOn: addDays(today, -6),
    evidence: '验收单（示例）：两套软件完成部署，识别率达到约定指标。',
  });

  const tried = await enquire(
    forest!,
    'P-UAV-03',
    '秦岭北麓两处峪口布设自动机库，先试用一个点位。',
    2,
    '套',
    120,
  );
  await step(lingyu!, tried, { move: 'accept' });
  await writeLetter({
    viewer: forest!,
    code: tried,
    body: '能否先在涝峪口试用两周？重点看夜间热红外与定位误差。',
  });
  await writeLetter({ viewer: lingyu!, code: tried, body: '可以，设备与运费由我们承担，10 月下旬可进场。' });
  await step(forest!, tried, { move: 'start_trial', site: '涝峪口点位', startedOn: addDays(today, -31) });
  await step(forest!, tried, {
    move: 'record_trial',
    result: 'passed',
    endedOn: addDays(today, -14),
    note: '共 96 架次，换电失败 1 次，定位误差满足要求。',
  });
  await step(forest!, tried, {
    move: 'start_procuring',
    method: '公开招标',
    plannedMonth: addDays(today, 31).slice(0, 7),
    budget: 120_000_000,
  });

  await enquire(forest!, 'P-UAV-01', '用于林区防火通道的日常巡查，需要每天两次定时起降。', 1, '架', 40);
}
