import { write } from '#db/client.server';
import { memberships, offerings, organisations, products, responses, scenarios, users } from '#db/schema';
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
