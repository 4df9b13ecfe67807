import { aliasedTable, and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '#db/client.server';
import { leads, organisations, products, purchases, scenarios, users } from '#db/schema';
import type { ProductKind } from '~/domain/products/product';
import { awaitedSide, endedLeadStates, openLeadStates, type AwaitedSide, type LeadState } from './lead';
import { ownLeads } from './own-lead.server';
import { waitingLeads, type LeadViewer } from './queue.server';

export const leadTabs = ['waiting', 'open', 'ended'] as const;
export type LeadTab = (typeof leadTabs)[number];
export type LeadRow = {
  code: string;
  state: LeadState;
  purpose: string;
  quantity: number | null;
  unit: string | null;
  budget: number | null;
  neededBy: string | null;
  waitingSince: Date;
  updatedAt: Date;
  awaited: AwaitedSide | undefined;
  product: { name: string; kind: ProductKind };
  counterpart: string;
  scenarioTitle: string | null;
  confirmation: 'unconfirmed' | 'confirmed' | 'disputed' | null;
};

const pageSize = 20;

/** One page of the viewer's leads under a tab, and how many stand under each. */
export async function listLeads(viewer: LeadViewer, tab: LeadTab, page: number) {
  const where = {
    waiting: waitingLeads(viewer),
    open: and(ownLeads(viewer), inArray(leads.state, [...openLeadStates])),
    ended: and(ownLeads(viewer), inArray(leads.state, [...endedLeadStates])),
  };
  const other = aliasedTable(organisations, 'other');
  const [[counted], rows] = await Promise.all([
    db
      .select({
        waiting: db.$count(leads, where.waiting),
        open: db.$count(leads, where.open),
        ended: db.$count(leads, where.ended),
      })
      .from(users)
      .where(eq(users.id, viewer.userId)),
    db
      .select({
        lead: leads,
        productName: products.name,
        productKind: products.kind,
        counterpart: other.name,
        scenarioTitle: scenarios.title,
        confirmation: purchases.confirmation,
      })
      .from(leads)
      .innerJoin(products, eq(products.id, leads.productId))
      .innerJoin(
        other,
        eq(other.id, viewer.organisationKind === 'buyer' ? leads.enterpriseId : leads.buyerId),
      )
      .leftJoin(scenarios, eq(scenarios.id, leads.scenarioId))
      .leftJoin(purchases, eq(purchases.leadId, leads.id))
      .where(where[tab])
      .orderBy(tab === 'waiting' ? asc(leads.waitingSince) : desc(leads.updatedAt), asc(leads.code))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
  ]);
  const counts = {
    waiting: Number(counted?.waiting ?? 0),
    open: Number(counted?.open ?? 0),
    ended: Number(counted?.ended ?? 0),
  };
  return {
    counts,
    pageSize,
    rows: rows.map(
      ({ lead, productName, productKind, counterpart, scenarioTitle, confirmation }): LeadRow => ({
        code: lead.code,
        state: lead.state,
        purpose: lead.purpose,
        quantity: lead.quantity,
        unit: lead.unit,
        budget: lead.budget,
        neededBy: lead.neededBy,
        waitingSince: lead.waitingSince,
        updatedAt: lead.updatedAt,
        awaited: awaitedSide(lead.state, lead.lastSide),
        product: { name: productName, kind: productKind },
        counterpart,
        scenarioTitle,
        confirmation,
      }),
    ),
  };
}
