import { readFileSync } from 'node:fs';
import { write } from '#db/client.server';
import { newId } from '#db/schema/kit';
import { organisations } from '#db/schema';
import { startingGroups } from '#search/thesaurus.server';
import { addProducts } from './world-at-size';

type Item = { code: string; name: string; level: number };
const buyers = ['政府机关', '街道办事处', '图书馆', '档案馆', '文化馆', '职工食堂', '体育馆', '会议中心'];
const traits = [
  '经典',
  '豪华',
  '简约',
  '加厚',
  '环保',
  '通用',
  '定制',
  '折叠',
  '标准',
  '彩色',
  '耐磨',
  '组合',
];
const surnames = ['恒', '隆', '瑞', '盛', '嘉', '泰', '华', '裕', '鸿', '兴', '顺', '福'];
const pick = <T>(list: readonly T[], n: number) => list[n % list.length]!;

/** Goods of the procurement catalogue that no word of the policy's industries speaks of: nobody who asks for those means them. */
function plainGoods(): string[] {
  const everyday = new Set(['通用', '政府采购']);
  const field = startingGroups
    .filter((group) => !everyday.has(group.area))
    .flatMap((group) => group.terms)
    .filter((term) => /^\p{sc=Han}{2,}$/u.test(term));
  const items = JSON.parse(readFileSync('db/world/procurement-catalog-2022.json', 'utf8')) as Item[];
  return items
    .filter((item) => item.code.startsWith('A') && item.level >= 2 && !/^其他/u.test(item.name))
    .map((item) => item.name)
    .filter((name) => !field.some((term) => name.includes(term)));
}

/** Adds `count` published products that answer none of the judged queries, of makers of their own. */
export async function addDistractors(count: number) {
  const goods = plainGoods();
  const makers = Array.from({ length: 200 }, (_, n) => ({
    id: newId(),
    code: `E-GEN-${n}`,
    kind: 'enterprise' as const,
    name: `${pick(surnames, n)}${pick(surnames, n * 5 + 3)}百货${n}号（示例）有限公司`,
    shortName: `${pick(surnames, n)}${pick(surnames, n * 5 + 3)}百货${n}号`,
    isFictional: true,
  }));
  await write(async (tx) => void (await tx.insert(organisations).values(makers)));
  await addProducts(
    count,
    (n) => ({
      industry: '其他高端装备',
      name: `${pick(traits, Math.floor(n / goods.length))}${pick(goods, n)}${n}款`,
      summary: `供${pick(buyers, n)}与${pick(buyers, n + 3)}选用的${pick(traits, n + 5)}${pick(goods, n * 13)}，可与${pick(goods, n * 7)}成套供应。`,
    }),
    makers,
  );
  return goods.length;
}
