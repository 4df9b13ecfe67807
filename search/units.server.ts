import type { Reading, Relation } from './found';
import { mendCharacters, mendLetters } from './mend.server';
import { quantitiesOf, quantityWord, type Quantity } from './quantity';
import { bigrams, isHan, segment } from './text.server';
import type { Vocabulary } from './vocabulary.server';

/** One way of writing a unit that occurs in the corpus; `weight` is 1 for the word itself. */
export type Spelling = { text: string; weight: number; relation: Relation };
/** One idea of the query: what was typed, what it was read as, its spellings (strongest first), how telling it is. */
export type Unit = {
  typed: string;
  text: string;
  how: Reading;
  spellings: Spelling[];
  idf: number;
  quantity?: Quantity;
};

const weights = {
  itself: 1,
  equal: 0.85,
  initials: 0.8,
  dictionary: 0.55,
  part: 0.5,
  apart: 0.7,
  meant: 0.7,
  related: 0.4,
};
const most = { equal: 8, related: 4, dictionary: 4, initials: 6 };
const unknownIdf = 4.2;
const numberIdf = 0.8;
const chanceIdf = 3;

const stopWords = new Set(
  (
    '的 了 和 与 及 或 用 在 做 能 能够 可以 可 想 想要 我想 我要 想找 找 寻找 请问 要 需要 需求 怎么 怎样 如何 什么 哪些 哪个 有 没有 有没有 吗 呢 是 请 给 把 被 对 为 从 到 等 ' +
    '我 我们 你 你们 他 它 这 那 这个 那个 这种 那种 一个 一种 一些 一下 一台 一套 个 种 款 家 型 级 式 用于 适合 进行 提供 支持 实现 防止 下 上 中 里 内 外 场景 产品 应用场景 西安 西安市 陕西 陕西省 采购 批发 ' +
    '帮 帮我 帮忙 求 求购 求推荐 推荐 介绍 咨询 了解 看看 看 查 查找 搜 搜索 买 购买 购置 采买 招标 询价 准备 打算 计划 希望 最好 比较 非常 很 能不能 可不可以 会不会 是否 哪里 哪儿 谁 谁家 哪家 ' +
    '厂家 厂商 供应商 供货商 生产商 制造商 公司 企业 单位 有限公司 股份有限公司 有限责任公司 本地 当地 附近 国内 现在 目前 已经 正在 马上 赶紧 急 急用 急需 这边 那边 来 去 让 使 使用 应用 解决 方案 办法 方法 东西 玩意 啊 吧 呀 哦 嘛 以及 并 并且 而 但 但是 不过 就 都 也 也能 还 还有 还能 又 再 以上 以下 以内 左右 总 总有 没 没有 不 不想 别 罢 替 替人 治 管 想装 没人 知道 代替 早点 及时 快点 尽快 方便 一点 有点 直接 自己 事情 问题 情况 怎么办 不了 不到 不好 不行 不够 没法 无法 老是 经常 每天 一直 在家 家里 想让 让人 领导 装 走 更 最 太 带 具有 具备 拥有 类 类似 相关 有关 方面 领域 方向 行业 ' +
    '我们的 你好 您好 谢谢 老板 领导 单位里 人 时 时候 后 前 之 其 该 所 所有 各种 多种 每 每个 以 于 由 向 往 比 像 那种的 新 好 大家 ' +
    '科长 处长 局长 主任 书记 院长 校长 厂长 所长 老总 经理 同事 师傅 老师 大家 别人 有人 谁都 找个 弄个 整个 买个 换个 搞个 装个 配个 上个 做个 来个 找点 想办法 想法子 打听 听说 据说 ' +
    '突然 忽然 到底 究竟 毕竟 反正 免得 以免 省得 总是 常常 时常 半夜 老出 动不动 刚 刚刚 才 已 赶快 尽早 提前 事先 眼下 如今 今年 明年 去年 每次 有时 一旦 万一 太多 太少 太慢 太贵 太大 太高 太低 太久 太差 特别 实在 有点儿 差不多 大概 几个 几台 好几 很多 许多 不少 ' +
    '问 问下 办 弄 搞 怕 咱家 我妈 我爸 我家 老妈 老爸 天天 年年 全是 都是 派人 什么东西 什么时候 啥时候 也想 换成 换掉 变成了 想在 想把 周围 等不起 受得了 管得住 管得 走得 不怕 好坏 多久 几点 一样 那层 全靠 老有 总要 停下 重新 之间 拜托 麻烦 劳驾 请教 急用 晓得 瞧瞧 整一个 ' +
    '发现 出现 发生 觉得 知道 得到 变成 变得 导致 造成 受不了 不能 不会 不敢 不让 不许 不如 不见 不清 不去 不动 不起 不住 不完 不过来 出来 出去 过来 过去 上来 上去 下来 下去 进来 进去 起来 回来 地方 底下 上面 下面 里面 外面 旁边 中间 那里 这里 全区 全市 全县 我区 我市 我县 我院 我校 我厂 本院 本校 本厂 本区 咱 咱们 咋 咋办 咋样 多少 多少钱 哪些 哪种 哪款 啥 有啥 都有啥 什么样 怎么样 如何才能 有人做 有做 做的 能做 能用 可用 适用 有货 现货 靠谱 好用 便宜 ' +
    'a an the of for to in on with and or is are that which who we i need needs want looking find me please some any by at from it can how what where do does our us my you your be been has have there this these those as into onto over under about between ' +
    'small large big mini best good cheap new old fast price prices cost buy purchase supplier suppliers vendor vendors manufacturer manufacturers company companies provider providers made used using use based type types kind kinds china chinese xian xian city local near product products'
  ).split(' '),
);

/** What things are made of says what is sought, in however many texts it stands: 医用钛. */
const element = /[氢氦氮氧锂钠钾镁铝硅钛钒铬锰铁钴镍铜锌镓锗锆铌钼银锡钽钨金铅碳]/u;
const isCrumb = (text: string) => /^\p{sc=Han}$/u.test(text);
/** A single character that is in more items than this says nothing as another word for something. */
const crumbShare = 0.06;

/** The spellings of a term that occur in the corpus. */
export function spellingsOf(term: string, vocabulary: Vocabulary, weight = weights.itself): Spelling[] {
  const { equal, related } = vocabulary.thesaurus.synonymsOf(term);
  const present = (terms: string[], limit: number, factor: number, relation: Relation): Spelling[] =>
    terms
      .map((text) => ({ text, count: vocabulary.count(text), weight: weight * factor }))
      .filter(
        (one) =>
          one.count > 0 &&
          !(isCrumb(one.text) && !element.test(one.text) && one.count > crumbShare * vocabulary.size),
      )
      .sort((a, b) => b.count - a.count)
      .slice(0, limit)
      .map(({ text, weight: w }) => ({ text, weight: w, relation }));
  const same = vocabulary.count(term) > 0 ? [{ text: term, weight, relation: 'same' as const }] : [];
  const alike = [...same, ...present(equal, most.equal, weights.equal, 'synonym')];
  // a word that no text holds, such as a complaint, means what it leads to
  const led = alike.length ? weights.related : weights.meant;
  return [...alike, ...present(related, most.related, led, 'related'), ...apart(term, vocabulary, weight)];
}

/** 激光焊接 is spoken of as well where 激光 and 焊接 stand apart. */
function apart(term: string, vocabulary: Vocabulary, weight: number): Spelling[] {
  if (!/^\p{sc=Han}{4,7}$/u.test(term)) return [];
  for (let at = 2; at <= term.length - 2; at++) {
    const parts = [term.slice(0, at), term.slice(at)];
    if (parts.every((part) => vocabulary.isTerm(part) && vocabulary.count(part) > 0))
      return [{ text: parts.join(' '), weight: weight * weights.apart, relation: 'part' }];
  }
  return [];
}

/** The rarest word of a corpus is as telling in a large one as in one of this size. */
const plainSize = 290;
const rarityOf = (count: number, { size }: Vocabulary) => {
  const rarity = Math.log((size + 1) / (count + 0.5));
  return size <= plainSize ? rarity : rarity * (Math.log(plainSize) / Math.log(size));
};
/** What a thing is for, and a word for things in general. */
const thing = /^(\p{sc=Han}{2,})(设备|装置|装备|系统|平台|仪器|软件|机器|机组|材料|技术)$/u;

/** A unit with how telling it is: rare words more than common ones, measures little. */
export function unitOf(
  typed: string,
  text: string,
  how: Reading,
  spellings: Spelling[],
  vocabulary: Vocabulary,
): Unit {
  const strong = spellings.filter((one) => one.weight > weights.related && !one.text.includes(' '));
  const counts = (strong.length ? strong : spellings).map((one) => vocabulary.count(one.text));
  const rarity = rarityOf(Math.max(0, ...counts), vocabulary);
  // A measure says how big, not what: 兆瓦制氢 asks for 制氢.
  const number = /^\d+[a-z]?$|^(兆瓦|千瓦|吉瓦|mw|kw|gw)$/.test(text);
  // a rare word that is no term of the field stands somewhere by chance: 拦截, 以上
  const term = vocabulary.isTerm(text) || how === 'code' || isHan(text) === false;
  // 检测设备 tells no more than 检测 does
  const bare = thing.exec(text)?.[1];
  const common =
    bare && vocabulary.count(bare) > 0 ? rarityOf(vocabulary.count(bare), vocabulary) + numberIdf : Infinity;
  const idf = !spellings.length
    ? unknownIdf
    : number
      ? numberIdf
      : Math.max(0.2, Math.min(common, term ? rarity : Math.min(rarity, chanceIdf)));
  return { typed, text, how, spellings, idf };
}

/** Cuts a long pinyin string into terms of the corpus, as few as possible: wurenjixunjian → 无人机 巡检. */
function cutPinyin(latin: string, vocabulary: Vocabulary): string[] | undefined {
  if (latin.length > 40) return undefined;
  const best: (string[] | undefined)[] = [[]];
  for (let end = 2; end <= latin.length; end++) {
    for (let start = 0; start < end - 1; start++) {
      const before = best[start];
      if (!before || before.length >= 4 || (best[end]?.length ?? Infinity) <= before.length + 1) continue;
      const term = vocabulary.readAs(latin.slice(start, end))[0];
      if (term) best[end] = [...before, term];
    }
  }
  return best[latin.length];
}

/** The same with one slip of the hand in one of two words: wurenjixunjain → 无人机 巡检. */
function cutMistypedPinyin(latin: string, vocabulary: Vocabulary): string[] | undefined {
  if (latin.length > 40) return undefined;
  const near = (part: string) =>
    vocabulary
      .nearLetters(part)
      .map((right) => vocabulary.readAs(right)[0])
      .find((term) => term !== undefined);
  for (let at = latin.length - 5; at >= 4; at--) {
    const [left, right] = [latin.slice(0, at), latin.slice(at)];
    const [first, second] = [vocabulary.readAs(left)[0], vocabulary.readAs(right)[0]];
    if (!first === !second) continue;
    const mended = first ? near(right) : near(left);
    if (mended) return first ? [first, mended] : [mended, second!];
  }
  return undefined;
}

/** Terms of a text that is known to be a name's: 防爆四足巡检 → 防爆 四足 巡检. */
function termsOf(text: string, vocabulary: Vocabulary): string[] {
  for (let at = 0; at < text.length - 1; at++) {
    const term = vocabulary.cutAt(text, at);
    if (term)
      return [
        ...segment(text.slice(0, at)).filter((word) => word.length > 1),
        term,
        ...termsOf(text.slice(at + term.length), vocabulary),
      ];
  }
  return segment(text).filter((word) => word.length > 1);
}

/** First letters of two terms that stand in one name, or of a stretch of a name: zkhdz → 重卡 换电站. */
function cutInitials(letters: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = letters.length - 2; at >= 2; at--) {
    const [first, second] = [letters.slice(0, at), letters.slice(at)].map((part) =>
      vocabulary.abbreviatedAs(part).slice(0, most.initials),
    );
    for (const one of first!)
      for (const other of second!) if (vocabulary.namesHold(one, other)) return [one, other];
  }
  const stretch = letters.length >= 5 ? vocabulary.inNames(letters) : undefined;
  return stretch ? termsOf(stretch, vocabulary) : undefined;
}

/** The Chinese words of the corpus for English ones, as spellings that count for less than a synonym. */
const translated = (words: readonly string[], vocabulary: Vocabulary): Spelling[] =>
  vocabulary
    .inEnglish(words)
    .slice(0, most.dictionary)
    .map((text) => ({ text, weight: weights.dictionary, relation: 'synonym' }));

/** What a Latin token may stand for, the surest reading first. */
function readToken(
  token: string,
  vocabulary: Vocabulary,
): { how: Reading; terms: string[]; apart?: boolean; spellings?: Spelling[] } | undefined {
  if (vocabulary.count(token) > 0) return { how: 'typed', terms: [token] };
  const read = vocabulary.readAs(token);
  if (read.length) return { how: 'pinyin', terms: read.slice(0, 2) };
  const english = token.length > 2 ? translated([token], vocabulary) : [];
  if (english.length) return { how: 'typed', terms: [token], spellings: english };
  const cut = /^[a-z]{5,}$/.test(token) ? cutPinyin(token, vocabulary) : undefined;
  if (cut) return { how: 'pinyin', terms: cut, apart: true };
  const absent = vocabulary.readAsTerm(token);
  if (absent) return { how: 'pinyin', terms: [absent] };
  if (/^[a-z]{2,7}$/.test(token)) {
    const short = vocabulary.abbreviatedAs(token).slice(0, 3);
    if (short.length) return { how: 'initials', terms: short };
  }
  const letters = /^[a-z]{4,10}$/.test(token) ? cutInitials(token, vocabulary) : undefined;
  if (letters) return { how: 'initials', terms: letters, apart: true };
  const mistyped = /^[a-z]{9,}$/.test(token) ? cutMistypedPinyin(token, vocabulary) : undefined;
  return mistyped && { how: 'slip', terms: mistyped, apart: true };
}

function latinUnits(gap: string, vocabulary: Vocabulary): Unit[] {
  const tokens = (gap.match(/[a-z0-9]+/g) ?? []).filter((token) => !stopWords.has(token));
  const units: Unit[] = [];
  const spell = (term: string, weight?: number) => spellingsOf(term, vocabulary, weight);
  for (let at = 0; at < tokens.length;) {
    const some = (n: number) => tokens.slice(at, at + n);
    const together = [4, 3, 2].find(
      (n) => at + n <= tokens.length && vocabulary.readAsTerm(some(n).join('')) !== undefined,
    );
    // TC4 DT, T 1000: a model name with a gap in it
    const model =
      /\d/.test(some(2).join('')) && at + 1 < tokens.length && vocabulary.count(some(2).join('')) > 0;
    if (together) {
      const typed = some(together).join(' ');
      const term = vocabulary.readAsTerm(some(together).join(''))!;
      units.push(unitOf(typed, term, 'pinyin', spell(term), vocabulary));
      at += together;
      continue;
    }
    if (model) {
      const text = some(2).join('');
      units.push(
        unitOf(some(2).join(' '), text, 'typed', [{ text, weight: 1, relation: 'same' }], vocabulary),
      );
      at += 2;
      continue;
    }
    const phrase = [3, 2]
      .filter((n) => at + n <= tokens.length)
      .map((n) => ({ typed: some(n).join(' '), n, spellings: translated(some(n), vocabulary) }))
      .find((one) => one.spellings.length > 0);
    if (phrase) {
      units.push(unitOf(phrase.typed, phrase.typed, 'typed', phrase.spellings, vocabulary));
      at += phrase.n;
      continue;
    }
    const token = tokens[at++]!;
    const read = readToken(token, vocabulary);
    if (read?.spellings) {
      units.push(unitOf(token, token, read.how, read.spellings, vocabulary));
    } else if (read?.how === 'typed') {
      if (!/^\d{1,2}$/.test(token)) units.push(unitOf(token, token, 'typed', spell(token), vocabulary));
    } else if (read?.apart) {
      for (const term of read.terms) units.push(unitOf(token, term, read.how, spell(term), vocabulary));
    } else if (read) {
      const weight = read.how === 'initials' ? weights.initials : weights.itself;
      const spellings = read.terms.flatMap((term) => spell(term, weight));
      units.push(unitOf(token, read.terms[0]!, read.how, spellings, vocabulary));
    } else if (!/^\d+$/.test(token) && (token.length > 2 || !/\d/.test(token))) {
      // a number alone says nothing; a model name that nothing has asks for what is not there
      units.push(unitOf(token, token, 'typed', [], vocabulary));
    }
  }
  return units;
}

/** 查不清, 上不去, 招不到: that something fails, when what it is about stands beside it. */
const failing =
  /^\p{sc=Han}?不(到|了|清|去|来|住|起|动|完|上|下|出|开|好|得|成|见|着|及|过|懂|准|够|过来|出来|起来)$/u;

/** 漏了 → 漏, 能看 → 看: what the dictionary glued to a word. */
const glued = /^(能|可|会|要|想|给)|(了|着|过|的|地|得|吗|呢|点|些)$/gu;

/**
 * Words of the dictionary, with single characters joined to their neighbours where the corpus knows the whole. Single
 * ones that stand together and are no word of the corpus are one unknown word: 美甲店.
 */
function wordsOfGap(gap: string, vocabulary: Vocabulary): string[] {
  const words: string[] = [];
  const plain = (word: string | undefined): word is string =>
    word !== undefined && !stopWords.has(word) && isHan(word);
  for (const word of segment(gap)) {
    const last = words.at(-1);
    const single = word.length === 1 || last?.length === 1;
    const known =
      plain(last) && plain(word) && last.length + word.length <= 4 && vocabulary.count(last + word) > 0;
    if (single && known) words[words.length - 1] = last + word;
    else words.push(word);
  }
  const together: string[] = [];
  words.forEach((word, i) => {
    const strange = plain(word) && word.length === 1 && !element.test(word);
    const before = words[i - 1];
    if (strange && plain(before) && before.length === 1 && !element.test(before))
      together[together.length - 1] += word;
    else together.push(word);
  });
  return together.filter((word) => !stopWords.has(word) && !failing.test(word));
}

function hanUnits(gap: string, vocabulary: Vocabulary): Unit[] {
  return wordsOfGap(gap, vocabulary).map((word) => {
    let spellings = spellingsOf(word, vocabulary);
    const maker = spellings.length ? undefined : vocabulary.organisationFor(word);
    if (maker) {
      spellings = [{ text: maker, weight: 1, relation: 'same' }];
      return unitOf(word, maker, 'organisation', spellings, vocabulary);
    }
    const bare = word.replace(glued, '');
    if (!spellings.length && bare && bare !== word && !stopWords.has(bare))
      spellings = spellingsOf(bare, vocabulary);
    const pairs = bigrams(word);
    const there = pairs.filter((pair) => vocabulary.count(pair) > 0);
    if (!spellings.length && word.length >= 3 && there.length * 2 >= pairs.length) {
      spellings.push(...there.map((text) => ({ text, weight: weights.part, relation: 'part' as const })));
    }
    return unitOf(word, word, 'typed', spellings, vocabulary);
  });
}

/** Single characters that are everywhere, or nowhere, say little beside words: 度, 力, 点. */
function withoutCrumbs(units: Unit[], vocabulary: Vocabulary): Unit[] {
  const crumb = ({ text }: Unit) => {
    if (!isCrumb(text) || element.test(text)) return false;
    const count = vocabulary.count(text);
    return (count === 0 && !vocabulary.isTerm(text)) || count > crumbShare * vocabulary.size;
  };
  const words = units.filter((unit) => !crumb(unit) && unit.how !== 'quantity');
  return words.length ? units.filter((unit) => !crumb(unit)) : units;
}

/** Text without its quantities, and the quantities as units: 100 kW, 100千瓦 and 0.1MW are one. */
function takeQuantities(text: string, vocabulary: Vocabulary): { rest: string; units: Unit[] } {
  const byPlace = new Map<number, Quantity[]>();
  for (const one of quantitiesOf(text)) byPlace.set(one.at, [...(byPlace.get(one.at) ?? []), one]);
  let rest = text;
  const units: Unit[] = [];
  for (const meanings of byPlace.values()) {
    const { text: typed } = meanings[0]!;
    const spellings = meanings
      .map((one) => quantityWord(one))
      .filter((word) => vocabulary.count(word) > 0)
      .map((word): Spelling => ({ text: word, weight: 1, relation: 'same' }));
    const plain = typed.replace(/\s/g, '');
    if (vocabulary.count(plain) > 0) spellings.push({ text: plain, weight: 1, relation: 'same' });
    const unit = unitOf(typed, plain, 'quantity', spellings, vocabulary);
    // what is not in the corpus as a number may lie near it; it never decides whether something is found
    units.push({
      ...unit,
      idf: numberIdf,
      quantity: meanings.find((one) => vocabulary.count(quantityWord(one)) > 0) ?? meanings[0],
    });
    rest = rest.replace(typed, ' ');
  }
  return { rest, units };
}

/** 燃气管道 → 燃气 管道: shorter terms that make up one which no text has, if texts have each of them. */
function partsOf(term: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = 2; at <= term.length - 2; at++) {
    const parts = [term.slice(0, at), term.slice(at)];
    if (parts.every((part) => isHan(part) && vocabulary.isTerm(part) && vocabulary.count(part) > 0))
      return parts;
  }
  return undefined;
}

/** Cuts a folded text without conditions into units: quantities, known terms, then what dictionary and pinyin make of the rest. */
export function cutIntoUnits(folded: string, vocabulary: Vocabulary): Unit[] {
  const { rest, units } = takeQuantities(folded, vocabulary);
  const mended = new Map<string, string>();
  const mend = (typed: string, right: string) => {
    if (right !== typed) mended.set(right, typed);
    return right;
  };
  const text = rest
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/(?<![a-z0-9])[a-z]{4,}(?![a-z0-9])/g, (token) => mend(token, mendLetters(token, vocabulary)))
    .replace(/\p{sc=Han}{2,}/gu, (run) => mendCharacters(run, vocabulary, mend));
  let gap = '';
  const closeGap = () => {
    for (const [part] of gap.matchAll(/\p{sc=Han}+|[^\p{sc=Han}]+/gu))
      units.push(...(isHan(part) ? hanUnits(part, vocabulary) : latinUnits(part, vocabulary)));
    gap = '';
  };
  for (let at = 0; at < text.length;) {
    const term = vocabulary.cutAt(text, at);
    if (!term) {
      gap += text[at++];
      continue;
    }
    closeGap();
    const whole = spellingsOf(term, vocabulary).some((one) => one.relation !== 'part');
    const parts = whole ? undefined : partsOf(term, vocabulary);
    for (const part of parts ?? [])
      units.push(unitOf(part, part, 'typed', spellingsOf(part, vocabulary), vocabulary));
    at += parts ? term.length : 0;
    if (parts) continue;
    const how: Reading = vocabulary.isOrganisation(term) ? 'organisation' : 'typed';
    units.push(unitOf(term, term, how, spellingsOf(term, vocabulary), vocabulary));
    at += term.length;
  }
  closeGap();
  return withoutCrumbs(units, vocabulary).map((unit) => {
    const wrong = [...mended].find(([right]) => right.includes(unit.text) || unit.text.includes(right));
    return wrong && unit.how !== 'quantity' ? { ...unit, typed: wrong[1], how: 'slip' as const } : unit;
  });
}
