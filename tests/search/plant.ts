import { eq } from 'drizzle-orm';
import { db, write, type Tx } from '#db/client.server';
import { enqueueForSearch } from '#db/outbox.server';
import {
  leadEvents,
  leads,
  memberships,
  offerings,
  organisations,
  products,
  publications,
  purchases,
  recognitions,
  responses,
  scenarios,
  trials,
  users,
  vocabularyGroups,
} from '#db/schema';
import { drainOutbox } from '#search/outbox.server';

import { canaries } from './canaries';
import { plantLinked } from './plant-linked';
import { plantPeople } from './plant-people';

/** Plants a word in each of those places. The sample world must be there. */
export async function plant() {
  const [product] = await db.select().from(products).where(eq(products.code, 'P-UAV-01'));
  const [scenario] = await db.select().from(scenarios).where(eq(scenarios.code, 'S-UXV-01'));
  const copy = ({ id: _, ...row }: NonNullable<typeof product>, code: string, name: string) => ({
    ...row,
    code,
    name: `${name}无人机`,
    summary: name,
    aliases: [name],
    keywords: [name],
  });
  const need = (
    { id: _, rowNumber: __, ...row }: NonNullable<typeof scenario>,
    code: string,
    name: string,
  ) => ({
    ...row,
    code,
    title: `${name}巡护`,
    background: name,
    requirements: [name],
  });
  await write(async (tx) => {
    const ids = await tx
      .insert(products)
      .values([
        { ...copy(product!, 'P-ZZZ-01', canaries.draftProduct), state: 'draft' },
        { ...copy(product!, 'P-ZZZ-02', canaries.withdrawnProduct), state: 'withdrawn' },
      ])
      .returning({ id: products.id });
    const needs = await tx
      .insert(scenarios)
      .values([
        { ...need(scenario!, 'S-ZZZ-01', canaries.draftScenario), state: 'draft' },
        { ...need(scenario!, 'S-ZZZ-02', canaries.rejectedScenario), state: 'rejected' },
      ])
      .returning({ id: scenarios.id });
    await tx.update(products).set({ note: canaries.productNote }).where(eq(products.id, product!.id));
    await tx
      .update(scenarios)
      .set({ contactName: canaries.scenarioContact, stateReason: canaries.scenarioReason })
      .where(eq(scenarios.id, scenario!.id));
    await tx
      .update(organisations)
      .set({ contactName: canaries.organisationContact, contactPhone: canaries.organisationPhone })
      .where(eq(organisations.id, product!.organisationId));
    await tx.insert(offerings).values({
      code: 'O-ZZZ-01',
      productId: product!.id,
      organisationId: product!.organisationId,
      priceMin: 1,
      priceMax: 2,
      priceUnit: '台',
      warranty: canaries.oldOffering,
      state: 'withdrawn',
    });
    await tx.insert(recognitions).values({
      productId: product!.id,
      kind: product!.kind,
      level: canaries.rejectedRecognition,
      authority: canaries.rejectedRecognition,
      validFromOn: '2025-01-01',
      validUntilOn: '2099-01-01',
      state: 'rejected',
    });
    await tx.insert(vocabularyGroups).values({
      area: '通用',
      terms: [canaries.draftGroup, '无人机'],
      searchText: canaries.draftGroup,
    });
    await plantDealings(tx, product!, scenario!);
    await plantPeople(tx, [product!.id, ...ids.map((row) => row.id)]);
    // even an item that was handed over by mistake is not taken
    await enqueueForSearch(tx, 'product', product!.id, ...ids.map((row) => row.id));
    await enqueueForSearch(tx, 'scenario', scenario!.id, ...needs.map((row) => row.id));
  });
  await drainOutbox();
  await plantLinked();
}

type Row<T extends { $inferSelect: unknown }> = T['$inferSelect'];

/** What lies between two organisations, and what is not decided yet. */
async function plantDealings(tx: Tx, product: Row<typeof products>, scenario: Row<typeof scenarios>) {
  const [offering] = await tx.select().from(offerings).where(eq(offerings.productId, product.id));
  const [person] = await tx.select().from(users).where(eq(users.email, 'forest@buyer.example'));
  const [membership] = await tx.select().from(memberships).where(eq(memberships.userId, person!.id));
  const [list] = await tx
    .insert(publications)
    .values({
      code: 'C-ZZZ-01',
      kind: 'catalogue',
      year: 2099,
      sequence: 1,
      title: canaries.draftPublication,
      authority: canaries.draftPublication,
      issuedOn: '2026-01-01',
    })
    .returning({ id: publications.id });
  await tx.insert(recognitions).values({
    productId: product.id,
    publicationId: list!.id,
    kind: product.kind,
    level: canaries.draftRecognition,
    authority: canaries.draftRecognition,
    validFromOn: '2025-01-01',
    validUntilOn: '2099-01-01',
    state: 'draft',
  });
  const answer = {
    offeringId: offering!.id,
    productId: product.id,
    organisationId: product.organisationId,
    authorId: person!.id,
  };
  const [other] = await tx.select().from(scenarios).where(eq(scenarios.code, 'S-AI-01'));
  await tx.insert(responses).values([
    { ...answer, code: 'R-ZZZ-01', scenarioId: scenario.id, message: canaries.response },
    {
      ...answer,
      code: 'R-ZZZ-02',
      scenarioId: other!.id,
      message: canaries.withdrawnResponse,
      state: 'withdrawn',
    },
  ]);
  const buyerId = membership!.organisationId;
  const [lead] = await tx
    .insert(leads)
    .values({
      code: 'X-ZZZ-01',
      buyerId,
      enterpriseId: product.organisationId,
      productId: product.id,
      productVersion: 1,
      subjectKey: 'zz',
      origin: 'enquiry',
      openedById: person!.id,
      purpose: canaries.leadPurpose,
    })
    .returning({ id: leads.id });
  await tx
    .insert(leadEvents)
    .values({ leadId: lead!.id, kind: 'message', side: 'buyer', body: canaries.letter });
  await tx.insert(trials).values({
    leadId: lead!.id,
    productId: product.id,
    buyerId,
    site: canaries.failedTrialSite,
    startedOn: '2026-01-01',
    endedOn: '2026-02-01',
    result: 'failed',
    note: canaries.failedTrialNote,
  });
  const contract = {
    buyerId,
    enterpriseId: product.organisationId,
    productId: product.id,
    productVersion: 1,
    method: '询价',
    amount: 1_000_000,
    contractedOn: '2026-03-01',
    recordedById: person!.id,
  };
  await tx.insert(purchases).values([
    { ...contract, code: 'G-ZZZ-01', state: 'planned', contractNumber: canaries.plannedContract },
    {
      ...contract,
      code: 'G-ZZZ-02',
      state: 'accepted',
      contractNumber: canaries.plannedContract,
      acceptedOn: '2026-04-01',
      acceptanceEvidence: canaries.acceptanceEvidence,
      confirmation: 'disputed',
      disputeNote: canaries.dispute,
    },
  ]);
}
