/** What a number with a unit says: how much of what, in the units of the SI. Pure. */

/** `compare` says how it was asked for: 不低于 `least`, 不超过 `most`. */
export type Quantity = {
  text: string;
  at: number;
  dimension: string;
  value: number;
  compare: 'about' | 'least' | 'most';
};

/** Unit → dimension and factor to the SI unit. Folded: small letters, NFKC. */
const table: Record<string, [factor: number, units: string][]> = {
  w: [
    [1, 'w 瓦 瓦特'],
    [1e3, 'kw 千瓦'],
    [1e6, 'mw 兆瓦'],
    [1e9, 'gw 吉瓦'],
  ],
  wh: [
    [1, 'wh 瓦时'],
    [1e3, 'kwh 千瓦时 kw·h 度电'],
    [1e6, 'mwh 兆瓦时'],
    [1e9, 'gwh 吉瓦时'],
  ],
  m: [
    [1e-9, 'nm 纳米'],
    [1e-6, 'um μm 微米'],
    [1e-3, 'mm 毫米'],
    [1e-2, 'cm 厘米 公分'],
    [1, 'm 米'],
    [1e3, 'km 公里 千米'],
    [0.0254, '英寸 inch inches in 吋 寸'],
  ],
  g: [
    [1e-3, 'mg 毫克'],
    [1, 'g 克'],
    [1e3, 'kg 公斤 千克'],
    [500, '斤'],
    [1e6, 't 吨 ton tons'],
  ],
  s: [
    [1e-12, 'ps 皮秒'],
    [1e-9, 'ns 纳秒'],
    [1e-6, 'us μs 微秒'],
    [1e-3, 'ms 毫秒'],
    [1, 's 秒 秒钟 sec'],
    [60, 'min 分钟 mins minutes'],
    [3600, 'h 小时 hr hrs hour hours 个小时 个钟头'],
    [86400, '天 days'],
    [31536000, '年 years'],
  ],
  pa: [
    [1e3, 'kpa 千帕'],
    [1e5, 'bar 公斤压力'],
    [1e6, 'mpa 兆帕'],
    [1e9, 'gpa 吉帕'],
  ],
  hz: [
    [1, 'hz 赫兹'],
    [1e3, 'khz 千赫'],
    [1e6, 'mhz 兆赫'],
    [1e9, 'ghz 吉赫 吉赫兹'],
    [1e12, 'thz 太赫兹'],
  ],
  v: [
    [1e-3, 'mv 毫伏'],
    [1, 'v 伏 伏特'],
    [1e3, 'kv 千伏'],
  ],
  a: [
    [1e-3, 'ma 毫安'],
    [1, 'a 安 安培'],
    [1e3, 'ka 千安'],
  ],
  ah: [
    [1e-3, 'mah 毫安时'],
    [1, 'ah 安时'],
  ],
  c: [[1, '℃ °c 摄氏度 度']],
  bps: [
    [1e3, 'kb/s kbps'],
    [1e6, 'mb/s mbps'],
    [1e9, 'gb/s gbps'],
    [1e12, 'tb/s tbps'],
  ],
  byte: [
    [1e6, 'mb'],
    [1e9, 'gb'],
    [1e12, 'tb'],
  ],
  m2: [
    [1, 'm2 m² ㎡ 平方米 平米 平方'],
    [666.667, '亩'],
    [1e6, 'km2 平方公里'],
  ],
  l: [
    [1e-3, 'ml 毫升'],
    [1, 'l 升'],
    [1e3, 'm3 m³ 立方米 立方'],
  ],
  nm3: [[1, 'nm3/h nm³/h 标方 标方每小时']],
  ms: [
    [1, 'm/s 米每秒'],
    [1 / 3.6, 'km/h 公里每小时 码'],
  ],
  t: [[1, 't 特斯拉 tesla 特']],
  n: [
    [1, 'n 牛 牛顿'],
    [1e3, 'kn 千牛'],
    [9.80665, '公斤力'],
  ],
  nmt: [[1, 'n·m 牛米']],
  rpm: [[1, 'rpm r/min 转每分钟 转']],
  ppm: [[1, 'ppm']],
  pct: [[1, '%']],
  px: [
    [1e4, '万像素'],
    [1, '像素'],
  ],
  tops: [[1, 'tops']],
  db: [[1, 'db 分贝']],
  kgh: [
    [1, 'kg/h 公斤/小时 公斤每小时 千克/小时 千克每小时'],
    [60, 'kg/min 公斤/分钟 公斤每分钟 千克/分钟 千克每分钟'],
    [1e3, 't/h 吨/小时 吨每小时'],
  ],
};

const byUnit = new Map<string, { dimension: string; factor: number }[]>();
for (const [dimension, rows] of Object.entries(table))
  for (const [factor, names] of rows)
    for (const name of names.split(' ')) {
      const key = name.normalize('NFKC').toLowerCase();
      byUnit.set(key, [...(byUnit.get(key) ?? []), { dimension, factor }]);
    }
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const unitPattern = [...byUnit.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escape)
  .join('|');

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** 一千二百 → 1200, 三点五 → 3.5, 两万 → 20000; undefined when it is no number. */
export function chineseNumber(text: string): number | undefined {
  const [whole = '', part] = text.split('点');
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of whole) {
    const power = powers[character];
    if (digits[character] !== undefined) digit = (digit ?? 0) * 10 + digits[character];
    else if (power === undefined) return undefined;
    else if (power >= 1e4) {
      total += (section + (digit ?? 0) || 1) * power;
      section = 0;
      digit = undefined;
    } else {
      section += (digit ?? 1) * power;
      digit = undefined;
    }
  }
  const decimals = [...(part ?? '')].map((one) => digits[one]);
  if (decimals.some((one) => one === undefined)) return undefined;
  return total + section + (digit ?? 0) + (decimals.length ? Number(`0.${decimals.join('')}`) : 0);
}

const scale = (text: string | undefined) => [...(text ?? '')].reduce((n, one) => n * (powers[one] ?? 1), 1);
const han = '零〇一二两三四五六七八九十百千万亿';
const number = String.raw`(\d+(?:,\d{3})+|\d+)(\.\d+)?\s*([十百千万亿]{0,2})|([${han}]+(?:点[${han}]+)?)`;
const least = '不低于|不少于|不小于|至少|大于|超过|高于|≥|>=|>|最少|起码';
const most = '不高于|不超过|不大于|小于|低于|少于|≤|<=|<|最多|以内';
const pattern = new RegExp(
  `(${least}|${most})?\\s*(?:${number})\\s*(${unitPattern})(?![a-z0-9])(级)?(以上|以下|以内|之内|起)?`,
  'gu',
);
/** 度 alone is a degree of heat only where heat is spoken of: not 360度全景, 倾角3度. */
const warmth = /[温热冷冻寒烧熔烤]|零下/u;
const leastWord = new RegExp(`^(${least}|以上|起)$`, 'u');

/** Every quantity in a folded text. A unit with two meanings (1.5T) gives two. */
export function quantitiesOf(folded: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of folded.matchAll(pattern)) {
    const [text, before, whole, decimals, powersOfTen, chinese, unit, , after] = match;
    // the tail of a longer number or of a model name: t1000, 天马1000米 is fine
    if (/[a-z0-9.]/.test(folded[match.index - 1] ?? '') && !before) continue;
    const value = chinese
      ? chineseNumber(chinese)
      : Number(`${whole?.replaceAll(',', '')}${decimals ?? ''}`) * scale(powersOfTen);
    if (value === undefined || !Number.isFinite(value)) continue;
    if (unit === '年' && /^(19|20)\d\d$/.test(whole + (decimals ?? '') + (powersOfTen ?? ''))) continue;
    if (unit === '度' && !warmth.test(folded.slice(Math.max(0, match.index - 12), match.index + 16)))
      continue;
    // 一体, 一米阳光: a single Chinese one is rarely a measure
    if (chinese === '一' && unit !== '兆瓦') continue;
    const said = before ?? after;
    const compare = !said ? 'about' : leastWord.test(said) ? 'least' : 'most';
    for (const { dimension, factor } of byUnit.get(unit!) ?? [])
      found.push({ text, at: match.index, dimension, value: value * factor, compare });
  }
  return found;
}

/** A word for the index that is the same for 100kW, 100 千瓦 and 0.1MW. */
export function quantityWord({ dimension, value }: Pick<Quantity, 'dimension' | 'value'>): string {
  const [mantissa, exponent] = value.toExponential(2).split('e') as [string, string];
  const short = mantissa.replace(/\.?0+$/, '');
  return `q0${dimension}0${short}e${exponent}`.replaceAll('.', 'p').replaceAll('+', '').replaceAll('-', 'n');
}

/** Reads such a word again. */
export function readQuantityWord(word: string): { dimension: string; value: number } | undefined {
  const match = /^q0([a-z]+\d?)0(n?\d[\dp]*e[n\d]+)$/.exec(word);
  if (!match) return undefined;
  const value = Number(match[2]!.replaceAll('p', '.').replaceAll('n', '-'));
  return Number.isFinite(value) ? { dimension: match[1]!, value } : undefined;
}

/** Every number of a specification's value with its unit: 70/35 MPa, ≤6 s, 300~900 nm. */
export function specificationQuantities(value: string, unit: string | null | undefined): Quantity[] {
  if (!unit) return quantitiesOf(value);
  return [...value.matchAll(/\d+(?:\.\d+)?万?/g)].flatMap(([text]) => quantitiesOf(`${text}${unit}`));
}

const chains = /[a-z0-9]+(?:[-/.·][a-z0-9]+)+|[a-z]+ \d+[a-z]*(?![a-z0-9])/g;

/** Model names joined, so that tc4-dt, tc4dt and TC4 DT meet: words of at most 30 letters and figures. */
export function joinedModels(folded: string): string[] {
  return [...folded.matchAll(chains)]
    .map(([text]) => text.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word.length <= 30 && /[a-z]/.test(word) && /\d/.test(word));
}
