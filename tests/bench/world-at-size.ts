import { eq } from 'drizzle-orm';
import { db, write } from '#db/client.server';
import { newId } from '#db/schema/kit';
import { offerings, organisations, products, recognitions } from '#db/schema';
import { industries } from '~/domain/terms';
import { productKinds } from '~/domain/products/product';

/** What the made-up products are for. */
export const uses = [
  '电力巡检',
  '森林防火',
  '水质监测',
  '晶圆检测',
  '管廊巡查',
  '冷链配送',
  '地铁运维',
  '古建保护',
  '医院消毒',
  '园区安防',
];
const traits = [
  '高精度',
  '低功耗',
  '长航时',
  '全自动',
  '抗干扰',
  '模块化',
  '轻量化',
  '耐高温',
  '国产化',
  '智能',
];
const things = [
  '无人机',
  '电解槽',
  '激光雷达',
  '传感器',
  '机器人',
  '储能系统',
  '光子芯片',
  '检测装备',
  '控制软件',
  '复合材料',
  '减速器',
  '服务器',
];
const rowsPerInsert = 400;
const pick = <T>(list: readonly T[], n: number) => list[n % list.length]!;

type Made = { name: string; summary: string; industry?: string };

/** One of the products of the field, each unlike the others: what lists and searches are measured on. */
const ofTheField = (n: number): Made => ({
  name: `${pick(traits, n)}${pick(uses, Math.floor(n / 10))}${pick(things, Math.floor(n / 100))}${n}型`,
  summary: `面向${pick(uses, n)}与${pick(uses, n + 3)}的${pick(traits, n + 5)}${pick(things, n)}，已完成${n % 9}个站点的验证。`,
});

/** Adds `count` made-up published products to the demo world; the same ones at every run. */
export async function addProducts(
  count: number,
  make: (n: number) => Made = ofTheField,
  makers?: readonly { id: string }[],
  first = 0,
) {
  makers ??= await db
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.kind, 'enterprise'));
  const at = new Date('2026-01-01T00:00:00Z');
  for (let from = 0; from < count; from += rowsPerInsert) {
    const numbers = Array.from({ length: Math.min(rowsPerInsert, count - from) }, (_, i) => first + from + i);
    const rows = numbers.map((n) => ({
      id: newId(),
      code: `P-GEN-${n}`,
      organisationId: pick(makers!, n * 7).id,
      industry: pick(industries, n * 3),
      ...make(n),
      kind: pick(productKinds, n),
      specifications: [{ name: '功率', value: String((n % 400) + 1), unit: 'kW' }],
      trl: (n % 4) + 6,
      maturity: '小批量',
      state: 'published' as const,
      publishedAt: at,
    }));
    await write(async (tx) => {
      await tx.insert(products).values(rows);
      await tx.insert(offerings).values(
        rows.map((p, i) => ({
          code: `O-GEN-${first + from + i}`,
          productId: p.id,
          organisationId: p.organisationId,
          priceMin: 1_000_000 * ((i % 90) + 1),
          priceMax: 1_500_000 * ((i % 90) + 1),
          priceUnit: '台',
        })),
      );
      await tx.insert(recognitions).values(
        rows
          // of those that follow upon each other both sorts of a world are
          .filter((_, i) => i % 4 < 2)
          .map((p) => ({
            productId: p.id,
            kind: p.kind,
            level: '市级',
            authority: '认定机关（示例）',
            validFromOn: '2025-01-01',
            validUntilOn: '2027-12-31',
            state: 'recognised' as const,
          })),
      );
    });
  }
}
