import { readFileSync, readdirSync } from 'node:fs';
import { write } from '#db/client.server';
import { newId } from '#db/schema/kit';
import { organisations, scenarios } from '#db/schema';
import { startingGroups } from '#search/thesaurus.server';
import { readJudged } from '#tests/search/judged';
import { industries, scenarioCategories } from '~/domain/terms';
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
const districts = '新城区 碑林区 莲湖区 灞桥区 未央区 雁塔区 阎良区 临潼区 长安区 周至县'.split(' ');
const pick = <T>(list: readonly T[], n: number) => list[n % list.length]!;

/** The groups of the policy's industries and categories, without what everybody buys. */
const fieldGroups = startingGroups.filter((group) => !['通用', '政府采购'].includes(group.area));

/** What anybody has asked the sample world for: what it names is never put in as a wrong answer. */
function asked(): string {
  const folder = 'tests/search';
  const files = readdirSync(folder).filter((name) => name.startsWith('queries-'));
  return files.flatMap((name) => readJudged(`${folder}/${name}`).map((one) => one.query)).join('\n');
}

/** Goods of the procurement catalogue that no word of the policy's industries speaks of and no judged query names. */
function plainGoods(queries: string): string[] {
  const field = fieldGroups.flatMap((group) => group.terms).filter((term) => /^\p{sc=Han}{2,}$/u.test(term));
  const items = JSON.parse(readFileSync('db/world/procurement-catalog-2022.json', 'utf8')) as Item[];
  return items
    .filter((item) => item.code.startsWith('A') && item.level >= 2 && !/^其他/u.test(item.name))
    .map((item) => item.name)
    .filter((name) => !queries.includes(name) && !field.some((term) => name.includes(term)));
}

/**
 * What is made for things of the field and is none of them: name or text speak the field's words, but what is offered is
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
  '手提箱',
  '保护套',
  '宣传画册',
  '样品柜',
  '工具包',
  '标识牌',
];
/** What is bought around things of the field and is none of them. */
const services = [
  '展厅保洁服务',
  '宣传册印刷',
  '陈列柜采购',
  '主题讲座承办',
  '仓库粉刷',
  '纪念品定制',
  '开放日摄影',
  '院落绿化养护',
];

/**
 * The words of the industries and categories that texts of makers and buyers speak (无人机, 电解槽, 碳化硅), each with
 * others of its area. What only a buyer types in a hurry (查眼睛) no maker writes.
 */
function fieldWords() {
  const texts = readFileSync('db/world/xian-sample.json', 'utf8');
  const names = (term: string) => /^\p{sc=Han}{2,6}$/u.test(term) && texts.includes(term);
  const words = new Map(
    fieldGroups.flatMap(({ area, terms }) => terms.filter(names).map((word) => [word, area] as const)),
  );
  const near = (area: string) => [...words].filter(([, its]) => its === area).map(([word]) => word);
  const byArea = new Map([...words.values()].map((area) => [area, near(area)]));
  return [...words].map(([word, area]) => ({ area, word, near: byArea.get(area)! }));
}

/**
 * Adds `count` published products that answer none of the judged queries, and a scenario for every twentieth: by turns
 * goods that have nothing to do with the field, and near misses, which speak its words in their texts or in their names.
 */
export async function addDistractors(count: number) {
  const queries = asked();
  const named = [...accessories, ...services].find((name) => queries.includes(name));
  if (named) throw new Error(`${named} is asked for by a judged query`);
  const goods = plainGoods(queries);
  const words = fieldWords();
  const industryOf = (area: string, n: number) =>
    industries.find((industry) => industry === area) ?? pick(industries, n);
  const nearMiss = (n: number) => {
    const { area, word, near } = pick(words, n);
    const round = Math.floor(n / words.length);
    const accessory = pick(accessories, round + n);
    const others = `${pick(near, n + round + 1)}与${pick(near, n * 3 + round)}`;
    const inName = (n + round) % 2 ? word : '';
    return {
      industry: industryOf(area, n),
      name: `${inName}${pick(traits, n)}${accessory}${n}款`,
      summary: `为${word}、${others}配套的${accessory}，${pick(buyers, n)}可随机选购，不含主机。`,
    };
  };
  const plain = (n: number) => ({
    industry: pick(industries, n * 5),
    name: `${pick(traits, Math.floor(n / goods.length))}${pick(goods, n)}${n}款`,
    summary: `供${pick(buyers, n)}与${pick(buyers, n + 3)}选用的${pick(traits, n + 5)}${pick(goods, n * 13)}，可与${pick(goods, n * 7)}成套供应。`,
  });
  const makers = Array.from({ length: 200 }, (_, n) => ({
    id: newId(),
    code: `E-GEN-${n}`,
    kind: 'enterprise' as const,
    name: `${pick(surnames, n)}${pick(surnames, n * 5 + 3)}百货${n}号（示例）有限公司`,
    shortName: `${pick(surnames, n)}${pick(surnames, n * 5 + 3)}百货${n}号`,
    district: pick(districts, n),
    isFictional: true,
  }));
  await write(async (tx) => void (await tx.insert(organisations).values(makers)));
  // a scenario of 雁塔区 answers 雁塔区的场景, whatever it is about
  const elsewhere = districts.filter((one) => !queries.includes(one));
  const categories = scenarioCategories.filter((one) => !queries.includes(one));
  await addProducts(count, (n) => (n % 2 ? nearMiss(n >> 1) : plain(n >> 1)), makers);
  await addScenarios(Math.floor(count / 20), (n) => {
    const { area, word, near } = pick(words, n * 7);
    const what = n % 2 ? `${pick(goods, n * 11)}采购` : `${word}${pick(services, n >> 1)}`;
    const about = n % 2 ? pick(goods, n * 3) : `${pick(near, n)}与${pick(near, n * 5 + 1)}`;
    return {
      district: pick(elsewhere, n),
      title: `${pick(buyers, n >> 3)}${what}第${n}期`,
      category: categories.find((one) => one === area) ?? pick(categories, n * 3),
      background: `${pick(buyers, n)}现有${about}，需要${n % 2 ? '补充同类用品' : '相应的日常服务，不采购主机'}。`,
    };
  });
  return goods.length;
}

/** Public scenarios of a buyer of their own, open by turns. */
async function addScenarios(
  count: number,
  make: (n: number) => { title: string; category: string; district: string; background: string },
) {
  const owner = {
    id: newId(),
    code: 'B-GEN-0',
    kind: 'enterprise' as const,
    name: '恒隆后勤（示例）有限公司',
    shortName: '恒隆后勤',
    isFictional: true,
  };
  await write(async (tx) => void (await tx.insert(organisations).values(owner)));
  const rowsPerInsert = 400;
  for (let from = 0; from < count; from += rowsPerInsert) {
    const rows = Array.from({ length: Math.min(rowsPerInsert, count - from) }, (_, i) => ({
      id: newId(),
      code: `S-GEN-${from + i}`,
      ownerId: owner.id,
      requirements: ['三日内到场', '质保一年'],
      budget: 1_000_000 * (((from + i) % 90) + 1),
      deadlineOn: (from + i) % 3 ? '2026-12-31' : '2026-06-30',
      state: 'published' as const,
      publishedAt: new Date('2026-01-01T00:00:00Z'),
      ...make(from + i),
    }));
    await write(async (tx) => void (await tx.insert(scenarios).values(rows)));
  }
}
