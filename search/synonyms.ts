import { LRUCache } from 'lru-cache';
import { Readings } from './readings.server';
import { fold } from './text.server';
import type { Turn } from './turns';

/** Words of equal meaning, and words that lie near them (one way). All folded. `everyday`: of what anybody buys. */
export type SynonymGroup = { terms: string[]; related: string[]; everyday?: boolean };

const list = (side: string | undefined) =>
  (side ?? '')
    .split(/[,，]/)
    .map((term) => fold(term))
    .filter(Boolean);

/** Reads groups written one a line: equal words parted by commas, then after `>` words related one way. `#` a comment. */
export function parseThesaurus(source: string): SynonymGroup[] {
  return source
    .split('\n')
    .filter((line) => line.trim() && !line.trimStart().startsWith('#'))
    .map((line) => line.split('>'))
    .map(([terms, related]) => ({ terms: list(terms), related: list(related) }))
    .filter((group) => group.terms.length > 0);
}

/** What names end in when they have said what the thing is: its general kind, what is done with it, its model. */
const generalEnding =
  /(生产线|产线|流水线|设备|装置|装备|一体机|主机|加工机|机|机器|机械|炉|系统|平台|仪|仪器|器|器械|器材|车|船|厂|工厂|车间|工程|项目|服务|软件|材料|配件|耗材|用品|机组|单元|终端|组件|模块|站|柜|箱|工具|技术|应用|试点|示范|改造|验证|演练|替换|适配|建设|推广|试用|协同|运营|测评|评估|核查|监测|监管|管理|治理|整治|调控|防控|联防|质控|疏导|保障|辅助|聚合|提升|环境|工作站|线路|航线|道路|中心|基地|场景|需求|[^\p{sc=Han}]+)$/u;
const longestEnding = 12;

/** The field's own words as the bureau has published them: what equals what, and how each is read. */
export class Thesaurus {
  private readonly read = new Readings();
  private isRead = false;
  private readonly groupsByTerm = new Map<string, SynonymGroup[]>();
  /** the field's own: what anybody buys is none of it */
  private readonly words = new Set<string>();
  /** of names that were ranked of late: a page looks at hundreds */
  private readonly endings = new LRUCache<string, boolean>({
    max: 10_000,
    memoMethod: (name) => this.endsInWord(name),
  });

  constructor(readonly groups: readonly SynonymGroup[]) {
    for (const group of groups) {
      if (!group.everyday) for (const term of [...group.terms, ...group.related]) this.words.add(term);
      for (const term of group.terms) {
        const there = this.groupsByTerm.get(term);
        if (there) there.push(group);
        else this.groupsByTerm.set(term, [group]);
      }
    }
  }

  /** How its terms are read: a second's work where `readAhead` has not done it. */
  get readings(): Readings {
    if (!this.isRead) for (const term of this.groupsByTerm.keys()) this.read.add(term);
    this.isRead = true;
    return this.read;
  }

  /** Finds out how its terms are read, a turn at a time. */
  async readAhead(turn: Turn): Promise<this> {
    for (const term of this.groupsByTerm.keys()) {
      this.read.add(term);
      await turn();
    }
    this.isRead = true;
    return this;
  }

  /**
   * Whether a folded name, or one of the things that it joins with 与, ends in one of the field's words, whatever it says
   * of kind, model and purpose after that.
   */
  knowsEnding = (name: string): boolean => this.endings.memo(name);

  private endsInWord(name: string): boolean {
    for (const part of [name, ...name.split(/[与和及]/u)])
      for (let rest = part, before = ''; rest !== before; rest = before.replace(generalEnding, '')) {
        before = rest;
        for (let length = 2; length <= longestEnding && length <= rest.length; length++)
          if (this.words.has(rest.slice(-length))) return true;
      }
    return false;
  }

  /** True of every word that a group can start from. */
  has = (term: string) => this.groupsByTerm.has(term);
  private inOrder: string[] | undefined;
  /** Words that a group can start from and that go on as `beginning`, in order. */
  *beginningWith(beginning: string): Generator<string> {
    const all = (this.inOrder ??= [...this.groupsByTerm.keys()].sort());
    let at = 0;
    for (let end = all.length; at < end;) {
      const middle = (at + end) >> 1;
      if (all[middle]! < beginning) at = middle + 1;
      else end = middle;
    }
    for (; all[at]?.startsWith(beginning); at++) yield all[at]!;
  }

  /** Words that mean the same as `term`, and words related to it; both without `term` itself. */
  synonymsOf(term: string): { equal: string[]; related: string[] } {
    const groups = this.groupsByTerm.get(term) ?? [];
    const equal = new Set(groups.flatMap((group) => group.terms));
    equal.delete(term);
    const related = new Set(groups.flatMap((group) => group.related));
    for (const word of [term, ...equal]) related.delete(word);
    return { equal: [...equal], related: [...related] };
  }
}
