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

/**
 * What is made for things of the field and is none of them: the text speaks the field's words, but what is offered is
 * a box, a cover or a label, which no judged query asks for.
 */
const accessories = [
  '包装木箱',
  '防尘罩',
  '铭牌',
  '运输托盘',
  '展示架',
  '说明书',
  '收纳袋',
  '贴纸',
  '挂图',
  '摆件模型',
];

/** The words of the industries and categories that name a thing: 无人机, 电解槽, 碳化硅. */
function fieldWords(): string[] {
  const everyday = new Set(['通用', '政府采购']);
  const words = startingGroups
    .filter((group) => !everyday.has(group.area))
    .map((group) => group.terms[0]!)
    .filter((term) => /^\p{sc=Han}{3,6}$/u.test(term));
  return [...new Set(words)];
}

/**
 * Adds `count` published products that answer none of the judged queries, of makers of their own: by turns goods that
 * have nothing to do with the field, and near misses that speak its words.
 */
export async function addDistractors(count: number) {
  const goods = plainGoods();
  const words = fieldWords();
  const nearMiss = (n: number) => {
    const accessory = pick(accessories, Math.floor(n / words.length));
    return {
      industry: '其他高端装备',
      name: `${pick(traits, n)}${accessory}${n}款`,
      summary: `为${pick(words, n)}、${pick(words, n * 3 + 1)}与${pick(words, n * 7 + 3)}配套的${accessory}，${pick(buyers, n)}可随机选购，不含主机。`,
    };
  };
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
    (n) =>
      n % 2
        ? nearMiss(n)
        : {
            industry: '其他高端装备',
            name: `${pick(traits, Math.floor(n / goods.length))}${pick(goods, n)}${n}款`,
            summary: `供${pick(buyers, n)}与${pick(buyers, n + 3)}选用的${pick(traits, n + 5)}${pick(goods, n * 13)}，可与${pick(goods, n * 7)}成套供应。`,
          },
    makers,
  );
  return goods.length;
}
