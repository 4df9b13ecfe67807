import { joinBatchWithYear, takeBatches } from './batches';
import type { Filters } from './filters.server';
import type { Inferred } from './found';
import { deadlineDays, deadlineSaid } from './deadlines';
import { today, type ItemType } from './item.server';
import { chineseNumber } from './quantity';

/** A condition as the query says it, before it is known for which type of result. */
export type Said = {
  key: Inferred['key'];
  said: string;
  values?: string[];
  /** in fen, or years */
  min?: number;
  max?: number;
};
export type Places = { districts: readonly string[]; zones: readonly string[] };

const kinds: [RegExp, string][] = [
  [
    /首台套(重大)?(技术)?装备|首台套设备|首台套产品|首台套|首台(?![a-z0-9])|首套|first[- ]unit/u,
    'first-unit',
  ],
  [/首批次(应用)?(新)?材料|首批次产品|首批次|首批材料|first[- ]batch/u, 'first-batch'],
  [/首版次(应用)?软件|首版次产品|首版次|首版软件|first[- ]version/u, 'first-version'],
];
const validity: [RegExp, 'valid' | 'expired' | 'none'][] = [
  [
    /(认定|证书|资质)(还|仍|都|要)?在?有效期(限)?(之?内|中)?(的)?|(还|仍|都|要)?在有效期(限)?(之?内|中)?(的)?|有效期(限)?(之?内|中)(的)?|(认定|证书)(还|仍)?有效|(还|尚|仍)?(未|没|没有)(过期|到期|失效)(的)?|仍然?有效的?|有效的?认定|recognition in force|valid recognition/u,
    'valid',
  ],
  [/(认定)?已经?(过期|到期|失效)的?/u, 'expired'],
];
const openness: [RegExp, 'open' | 'closed'][] = [
  [
    /(正在|还在|仍在|还)?(公开)?(征集|应答|报名|揭榜|申报)(中|期内)的?|(正在|还在|仍在)(公开)?(征集|报名|揭榜|申报|开放)的?|(还|尚)?(未|没|没有)截止的?|还能(报名|应答|申报|揭榜)的?|(现在|目前)?(还|仍)?(在)?(开着|开放中|开放)的?(?=场景|需求|榜单|$|\s)|still open|open for responses/u,
    'open',
  ],
  [/(征集)?已经?(截止|关闭|结束)的?/u, 'closed'],
];

const amount = String.raw`(\d+(?:\.\d+)?|[一二两三四五六七八九十百千]+(?:点[一二三四五六七八九]+)?)`;
const money = String.raw`(亿元?|千万元?|百万元?|万元?|万块钱?|元|块钱?|w(?![a-z0-9]))`;
/** 万瓦, 万千瓦时, 万像素: a quantity, no price. */
const noPrice = String.raw`(?!\s*(?:[瓦千兆吨米平像素转次点条个台套张户人亩方字]|kw|mw))`;
const upTo = '以内|以下|之内|内|封顶|左右以内';
const from = '以上|起|往上|起步';
const pricePattern = new RegExp(
  `(?:预算|价格|价位|单价|报价|总价|资金|经费)?(?:为|是|在|:)?\\s*(不超过|不高于|低于|小于|少于|最多|至多|控制在|≤|<=|<|不低于|不少于|高于|大于|超过|至少|≥|>=|>)?\\s*` +
    `${amount}\\s*(${money})?${noPrice}\\s*(?:(?:-|~|—|到|至)\\s*${amount}\\s*)?${money}${noPrice}\\s*(${upTo}|${from}|左右|上下)?(?:的)?`,
  'u',
);
const single = new RegExp(
  `(?:预算|价格|价位|单价|报价|总价|资金|经费)?(?:为|是|在|:)?\\s*(不超过|不高于|低于|小于|少于|最多|至多|控制在|≤|<=|<|不低于|不少于|高于|大于|超过|至少|≥|>=|>)?\\s*${amount}\\s*${money}${noPrice}\\s*(${upTo}|${from}|左右|上下)?(?:的)?`,
  'u',
);
const fenPerUnit = (unit: string) =>
  100 *
  (unit.startsWith('亿')
    ? 1e8
    : unit.startsWith('千万')
      ? 1e7
      : unit.startsWith('百万')
        ? 1e6
        : /^[万w]/.test(unit)
          ? 1e4
          : 1);
const numberOf = (text: string) => (/^\d/.test(text) ? Number(text) : chineseNumber(text));
const budgetWord = /预算|价格|价位|单价|报价|总价|资金|经费/;

/** 上千万, 过亿, 几百万: how large in general. */
const size =
  /(?:预算|价格|总价|资金|经费|投资)?(?:在|为|是)?(上|过|超|超过|几|数)(十万|百万|千万|亿)(?:元|块钱?)?(?:级别?)?(?:的)?/u;
const sizes: Record<string, number> = { 十万: 1e7, 百万: 1e8, 千万: 1e9, 亿: 1e10 };

function priceOf(text: string): { said: string; min?: number; max?: number } | undefined {
  const large = size.exec(text);
  if (large) {
    const min = sizes[large[2]!]!;
    return { said: large[0], min, max: /[几数]/.test(large[1]!) ? 10 * min : undefined };
  }
  const range = pricePattern.exec(text);
  if (range?.[5]) {
    const [said, , low, lowUnit, , high, unit] = [
      range[0],
      range[1],
      range[2],
      range[3],
      range[4],
      range[5],
      range[6],
    ];
    const [a, b] = [numberOf(low!), numberOf(high)];
    if (a !== undefined && b !== undefined && unit)
      return {
        said,
        min: Math.round(a * fenPerUnit(lowUnit ?? unit)),
        max: Math.round(b * fenPerUnit(unit)),
      };
  }
  const one = single.exec(text);
  if (!one) return undefined;
  const [said, before, number, unit, after] = one;
  const n = numberOf(number!);
  if (n === undefined || !n) return undefined;
  // 100w is a hundred watts unless money is spoken of
  if (unit === 'w' && !budgetWord.test(said)) return undefined;
  const fen = Math.round(n * fenPerUnit(unit!));
  if (/左右|上下/.test(after ?? '')) return { said, min: Math.round(fen * 0.8), max: Math.round(fen * 1.2) };
  if (
    /^(不低于|不少于|高于|大于|超过|至少|≥|>=|>)$/.test(before ?? '') ||
    new RegExp(`^(${from})$`, 'u').test(after ?? '')
  )
    return { said, min: fen };
  if (before || after || budgetWord.test(said)) return { said, max: fen };
  return undefined;
}

const aYear = String.raw`(?<!\d)((?:19|20)\d\d)`;
const decided = '(?:新?(?:认定|获批|入选|公布|发布|评定))?的?';
/** 2025年, 2023至2025年, 2024年以来: a year is no duration. Years of recognition, the first and the last. */
const years: [RegExp, (first: number, last: number) => { min?: number; max?: number }][] = [
  [
    new RegExp(`${aYear}年?\\s*(?:-|~|—|至|到)\\s*${aYear}年度?(?:之?间)?${decided}`, 'u'),
    (first, last) => ({ min: Math.min(first, last), max: Math.max(first, last) }),
  ],
  [new RegExp(`${aYear}年度?(?:以来|及?以后|之后|起|至今)${decided}`, 'u'), (first) => ({ min: first })],
  [new RegExp(`${aYear}年度?(?:及?以前|之前)${decided}`, 'u'), (first) => ({ max: first })],
  [
    new RegExp(`${aYear}年度?(?!产|均|薪|级)(?:\\d{1,2}月份?)?${decided}`, 'u'),
    (first) => ({ min: first, max: first }),
  ],
];
/** It says no number. */
const someBatches = /(首|前)几批的?/gu;

const shortPlace = (name: string) => name.replace(/(新区|区|县|基地|国际港)$/u, '');
const notPlace = '大学|学院|街|路|医院|塔|湖|宫|汽车|石化|集团|银行|理工|航城';
/** A short name (雁塔, 鄠邑) counts only where a place is expected: 大雁塔 and 长安大学 are none. */
const boundedPlace = (short: string) =>
  new RegExp(
    `(?<=^|\\s|西安市?|陕西|在|找|位于|我们|咱)${short}(?!${notPlace})(?=$|\\s|的|有|做|搞|生产|企业|公司|厂|产品|场景|这边|那边|附近|本地|辖区|地区|范围)`,
    'u',
  );

/** 西安高新区 as people write it: 高新区, 西高新. */
function zoneNames(zone: string): string[] {
  const bare = zone.replace(/^西安/u, '');
  const names = [zone, bare];
  const short = shortPlace(bare);
  if (/^(高新|经开|曲江|航天|航空|西咸|浐灞)/u.test(bare))
    names.push(`${short}区`, `${short}新区`, `${short}基地`, `${short}开发区`);
  if (bare.startsWith('高新')) names.push('西高新', '高新技术产业开发区', '高新开发区');
  if (bare.startsWith('经开')) names.push('经济技术开发区', '经济开发区');
  if (bare.startsWith('浐灞')) names.push('浐灞', '港务区', '国际港务区', '国际港');
  if (bare.startsWith('航天')) names.push('航天城');
  if (bare.startsWith('航空')) names.push('航空城');
  if (bare.startsWith('西咸')) names.push('西咸');
  return [...new Set(names)].sort((a, b) => b.length - a.length);
}

const scenarioWords =
  /(应用场景|场景机会|场景需求|场景清单|场景|需求|揭榜(挂帅)?|榜单)(吗|呢|有哪些|列表|清单)?[?。!]?$/u;
const productWords =
  /(产品|厂家|厂商|生产商|供应商|供货商|生产企业|供应企业|制造商|suppliers?|vendors?|manufacturers?|products?)(吗|呢|有哪些|推荐|列表|名单)?[?。!]?$/u;
/** Those who need something are asked about: 有哪些需求在找供应商, 医院在找什么. */
const what = '(什么|啥|哪些)(东西|产品|设备|方案)?';
const seekers = new RegExp(
  `(有${what})?(需求|场景|项目|单位|业主|甲方)[^\\s,]{0,4}(找|要|招|征集|寻求?)(供应商|供货商|厂家|厂商|企业|合作方|产品|方案)` +
    `|(正在|在|想|要|打算)(找|采购|买|招|征集?|要|需要)(些|点)?${what}|(缺|需要)${what}|有(什么|啥|哪些)(需求|场景|机会)`,
  'gu',
);
/** 认定 and 批次 around a kind say nothing more. */
const trailing = /^(的|类|里|中|认定|目录)+/u;

/**
 * Takes the conditions out of a folded query: kind, place, validity, state, batch, deadline, year and amount. `off`
 * names those that somebody has taken off: a place or kind among them stays as an ordinary word. Returns what is left
 * to be searched for.
 */
export function readConditions(folded: string, places: Places, off: ReadonlySet<string>) {
  let rest = folded;
  const said: Said[] = [];
  const take = (key: Said['key'], text: string, more: Omit<Said, 'key' | 'said'>, keepWhenOff = false) => {
    said.push({ key, said: text.trim(), ...more });
    if (keepWhenOff && off.has(key)) return;
    const at = rest.indexOf(text);
    rest = `${rest.slice(0, at)} ${rest.slice(at + text.length).replace(trailing, '')}`;
  };
  const places_ = (
    key: 'district' | 'zone',
    names: readonly string[],
    writings: (name: string) => (string | RegExp)[],
  ) => {
    const found: { name: string; text: string }[] = [];
    let left = rest;
    for (const name of [...names].sort((a, b) => b.length - a.length))
      for (const writing of writings(name)) {
        const text =
          typeof writing === 'string'
            ? left.includes(writing)
              ? writing
              : undefined
            : writing.exec(left)?.[0];
        if (!text) continue;
        found.push({ name, text });
        left = left.replace(text, ' ');
        break;
      }
    if (!found.length) return;
    // 高新区 and 西安高新区 stand for one zone in different records
    const values = names.filter((name) =>
      found.some((one) => one.name === name || writings(name).includes(one.text)),
    );
    said.push({ key, said: found.map((one) => one.text).join(' '), values });
    if (!off.has(key)) rest = left;
  };
  rest = takeBatches(rest, said);
  const closes = deadlineSaid(rest);
  if (closes) take('deadline', closes, {});
  for (const [pattern, range] of years) {
    const match = pattern.exec(rest);
    if (!match) continue;
    take('year', match[0], range(Number(match[1]), Number(match[2])));
    break;
  }
  if (said.some((one) => one.key === 'year')) rest = rest.replace(someBatches, ' ');
  joinBatchWithYear(said);
  const price = priceOf(rest);
  if (price) take('amount', price.said, { min: price.min, max: price.max });
  for (const [key, list] of [
    ['recognised', validity],
    ['status', openness],
  ] as const)
    for (const [pattern, value] of list) {
      const match = pattern.exec(rest);
      if (match?.[0]) take(key, match[0], { values: [value] });
    }
  const chosen = kinds.flatMap(([pattern, value]) => {
    const match = pattern.exec(rest);
    return match ? [{ text: match[0], value }] : [];
  });
  if (chosen.length) {
    said.push({
      key: 'kind',
      said: chosen.map((one) => one.text).join(' '),
      values: chosen.map((one) => one.value),
    });
    if (!off.has('kind')) for (const { text } of chosen) rest = rest.replace(text, ' ');
  }
  places_('zone', places.zones, zoneNames);
  places_('district', places.districts, (name) => [name, boundedPlace(shortPlace(name))]);
  const before = rest;
  rest = rest.replace(seekers, ' ');
  const seeking = rest !== before;
  const words = new Set(said.map((one) => one.key));
  const asks: ItemType | undefined =
    words.has('kind') || words.has('recognised')
      ? 'product'
      : words.has('status') || words.has('deadline') || seeking || scenarioWords.test(rest.trim())
        ? 'scenario'
        : productWords.test(rest.trim())
          ? 'product'
          : undefined;
  return { rest: rest.replace(/\s+/g, ' ').trim(), said, asks };
}

const filterOf = (type: ItemType, { key, said, values, min, max }: Said): Filters | undefined => {
  if (key === 'deadline') {
    // seen from the day on which it is asked, whenever the words were read
    const days = type === 'scenario' ? deadlineDays(said, today()) : undefined;
    return days && { closesFrom: days.from, closesTo: days.to };
  }
  if (key === 'amount')
    return type === 'product' ? { priceMin: min, priceMax: max } : { budgetMin: min, budgetMax: max };
  if (key === 'year') return type === 'product' ? { yearMin: min, yearMax: max } : undefined;
  if (type === 'scenario' && (key === 'kind' || key === 'recognised')) return undefined;
  if (type === 'product' && key === 'status') return undefined;
  return { [key]: values } as Filters;
};

/** The conditions as filters of one type; `chosen` filters of the same facet and what was taken off go before them. */
export function inferredFilters(
  type: ItemType,
  said: readonly Said[],
  chosen: Filters,
  off: ReadonlySet<string>,
): Inferred[] {
  return said.flatMap((one) => {
    const filters = filterOf(type, one);
    if (!filters) return [];
    const names = Object.keys(filters) as (keyof Filters)[];
    const taken = names.some((name) => chosen[name] !== undefined && chosen[name]?.toString() !== '');
    return [{ key: one.key, said: one.said, filters, applied: !taken && !off.has(one.key) }];
  });
}
