/** Which known words are a slip away from what was typed: an index of deletions, so that nothing is scanned. */

/** How far apart two words are, counting swapped neighbours as one; gives up beyond `most`. */
export function distance(a: string, b: string, most = 2): number {
  const [x, y] = [[...a], [...b]];
  if (Math.abs(x.length - y.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const next = [i];
    for (let j = 1; j <= y.length; j++) {
      const same = x[i - 1] === y[j - 1];
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
        best = Math.min(best, before[j - 2]! + 1);
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[y.length]!;
}

function deletions(word: string, depth: number): Set<string> {
  let layer = new Set([word]);
  const all = new Set(layer);
  for (let n = 0; n < depth; n++) {
    const next = new Set<string>();
    for (const one of layer) {
      const letters = [...one];
      letters.forEach((_, i) => next.add([...letters.slice(0, i), ...letters.slice(i + 1)].join('')));
    }
    for (const one of next) all.add(one);
    layer = next;
  }
  return all;
}

/** Words that can be mended to. Long words (`twiceFrom` letters and more) may have two slips, shorter ones one. */
export class Slips {
  private readonly index = new Map<string, string | string[]>();
  private readonly words = new Set<string>();
  constructor(
    private readonly shortest: number,
    private readonly twiceFrom = Infinity,
    private readonly longest = 24,
  ) {}

  get size() {
    return this.words.size;
  }

  private depth = (length: number) => (length >= this.twiceFrom ? 2 : 1);

  add(word: string) {
    const length = [...word].length;
    if (length < this.shortest || length > this.longest || this.words.has(word)) return;
    this.words.add(word);
    for (const key of deletions(word, this.depth(length))) {
      const there = this.index.get(key);
      if (there === undefined) this.index.set(key, word);
      else if (typeof there === 'string') this.index.set(key, [there, word]);
      else there.push(word);
    }
  }

  /** Known words a slip or two away, the nearest first; those with the same first letter before others. */
  near(typed: string): string[] {
    const length = [...typed].length;
    if (length < this.shortest || length > this.longest + 2) return [];
    const found = new Map<string, number>();
    const depth = this.depth(length);
    for (const key of deletions(typed, depth)) {
      const there = this.index.get(key);
      for (const word of there === undefined ? [] : typeof there === 'string' ? [there] : there) {
        if (found.has(word) || word === typed) continue;
        const apart = distance(typed, word, depth);
        if (apart <= depth) found.set(word, apart);
      }
    }
    const first = (word: string) => (word[0] === typed[0] ? 0 : 1);
    return [...found].sort((a, b) => a[1] - b[1] || first(a[0]) - first(b[0])).map(([word]) => word);
  }
}
