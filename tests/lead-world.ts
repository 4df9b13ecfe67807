import { eq } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import {
  leads,
  memberships,
  offerings,
  organisations,
  products,
  responses,
  scenarios,
  users,
} from '#db/schema';
import type { Step } from '~/domain/leads/carry-out-step.server';
import { moveLead } from '~/domain/leads/move-lead.server';
import { openLead } from '~/domain/leads/open-lead.server';
import type { LeadViewer } from '~/domain/leads/queue.server';

let made = 0;

/** A buyer, an enterprise with one published product and its terms, and the buyer's scenario. */
export async function makeLeadWorld() {
  const n = String(++made);
  return write(async (tx) => {
    const organisation = async (kind: 'buyer' | 'enterprise', name: string) => {
      const [row] = await tx
        .insert(organisations)
        .values({
          code: `T-${kind}-${n}`,
          kind,
          name,
          shortName: name.slice(0, 4),
          contactName: `${name}办公室`,
          contactPhone: kind === 'buyer' ? '029-80000001' : '029-80000002',
        })
        .returning({ id: organisations.id });
      const [user] = await tx
        .insert(users)
        .values({
          email: `${kind}${n}@example.cn`,
          name: kind === 'buyer' ? '王岚' : '陈志远',
          phone: '13800002046',
          passwordHash: '-',
        })
        .returning({ id: users.id });
      await tx.insert(memberships).values({ userId: user!.id, organisationId: row!.id, role: 'owner' });
      return { userId: user!.id, organisationId: row!.id, organisationKind: kind } satisfies LeadViewer;
    };
    const buyer = await organisation('buyer', `采购单位${n}`);
    const enterprise = await organisation('enterprise', `西安企业${n}`);
    const [product] = await tx
      .insert(products)
      .values({
        code: `P-T-${n}`,
        organisationId: enterprise.organisationId,
        name: '巡检无人机',
        kind: 'first-unit',
        industry: '无人机',
        summary: '用于山林巡护',
        state: 'published',
        publishedAt: new Date(),
      })
      .returning({ id: products.id, code: products.code });
    const [offering] = await tx
      .insert(offerings)
      .values({
        code: `O-T-${n}`,
        productId: product!.id,
        organisationId: enterprise.organisationId,
        priceMin: 28_000_000,
        priceMax: 42_000_000,
        priceUnit: '架',
      })
      .returning({ id: offerings.id });
    const [scenario] = await tx
      .insert(scenarios)
      .values({
        code: `S-T-${n}`,
        title: '森林防火巡护',
        category: '无人系统',
        ownerId: buyer.organisationId,
        background: '山林面积大',
        state: 'published',
        publishedAt: new Date(),
      })
      .returning({ id: scenarios.id, code: scenarios.code });
    const [response] = await tx
      .insert(responses)
      .values({
        code: `R-T-${n}`,
        scenarioId: scenario!.id,
        offeringId: offering!.id,
        productId: product!.id,
        organisationId: enterprise.organisationId,
        message: '可以满足全部要求',
        authorId: enterprise.userId,
      })
      .returning({ id: responses.id });
    return {
      buyer: buyer as LeadViewer,
      enterprise: enterprise as LeadViewer,
      productId: product!.id,
      productCode: product!.code,
      scenarioCode: scenario!.code,
      responseId: response!.id,
    };
  });
}

type World = Awaited<ReturnType<typeof makeLeadWorld>>;

/** For tests: makes a step with a lead as it stands now. */
export async function stepAs(viewer: LeadViewer, code: string, step: Step) {
  const [lead] = await db.select({ version: leads.version }).from(leads).where(eq(leads.code, code));
  return moveLead({ viewer, code, version: lead!.version, step });
}

/** For tests: a lead that waits for the enterprise. */
export async function openedLead(w: World): Promise<string> {
  const out = await openLead({
    viewer: w.buyer,
    origin: 'enquiry',
    productCode: w.productCode,
    purpose: '三处点位的夜间巡护',
    quantity: 3,
    unit: '架',
  });
  if (!out?.ok) throw new Error('not opened');
  return out.code;
}

/** For tests: a lead that the enterprise has accepted. */
export async function acceptedLead(w: World): Promise<string> {
  const code = await openedLead(w);
  await stepAs(w.enterprise, code, { move: 'accept' });
  return code;
}

/** For tests: a lead whose trial begins that day. */
export async function leadOnTrial(w: World, startedOn: string): Promise<string> {
  const code = await acceptedLead(w);
  await stepAs(w.buyer, code, { move: 'start_trial', site: '涝峪口', startedOn });
  return code;
}

/** For tests: a lead whose contract of that day the enterprise has yet to confirm. */
export async function contractedLead(w: World, contractedOn: string): Promise<string> {
  const code = await acceptedLead(w);
  await stepAs(w.buyer, code, {
    move: 'start_procuring',
    method: '询价',
    plannedMonth: contractedOn.slice(0, 7),
    budget: 1_000_000,
  });
  await stepAs(w.buyer, code, {
    move: 'record_contract',
    contractNumber: 'HT-1',
    contractedOn,
    amount: 900_000,
    method: '询价',
    quantity: 3,
  });
  return code;
}
