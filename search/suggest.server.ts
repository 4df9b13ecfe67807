import type { ItemType } from './item.server';
import { strongTerms, understand } from './query.server';
import { sources } from './sources.server';
import { fold, isHan } from './text.server';
import { vocabulary, type Name } from './vocabulary.server';

export type Suggestion = { type: ItemType; label: string; code: string; id: string };

/** Names that go on as `q` begins: characters, pinyin, initials, or a word of equal meaning. At most `limit`. */
export async function suggest(q: string, limit = 8): Promise<Suggestion[]> {
  const typed = fold(q.slice(0, 60));
  if (!typed) return [];
  const words = await vocabulary();
  const latin = /^[a-z0-9 ]+$/.test(typed) ? typed.replaceAll(' ', '') : '';
  const best: { name: Name; at: number }[] = [];
  const collect = (place: (name: Name) => number) => {
    for (const name of words.names.values()) {
      const at = place(name);
      if (at < Infinity) best.push({ name, at });
    }
  };
  collect((name) => {
    if (name.folded.startsWith(typed) || name.code.toLowerCase().startsWith(typed)) return 0;
    if (name.folded.includes(typed)) return 1;
    return latin.length > 1 && (name.full.startsWith(latin) || name.initials.startsWith(latin))
      ? 2
      : Infinity;
  });
  if (best.length < limit) {
    const had = new Set(best.map((one) => one.name.id));
    const meant = strongTerms(understand(typed, words))
      .filter((term) => isHan(term) || term.length > 2)
      .slice(0, 4);
    collect((name) => {
      if (had.has(name.id)) return Infinity;
      if (meant.some((term) => name.folded.includes(term))) return 3;
      return latin.length > 2 && name.full.includes(latin) ? 4 : Infinity;
    });
  }
  best.sort(
    (a, b) =>
      a.at - b.at || a.name.label.length - b.name.label.length || (a.name.code < b.name.code ? -1 : 1),
  );
  const first = best.slice(0, limit * 2).map((one) => one.name);
  const now = new Map<string, { code: string; title: string }>();
  for (const type of ['product', 'scenario'] as const) {
    const ids = first.filter((name) => name.type === type).map((name) => name.id);
    if (ids.length) for (const [id, item] of await sources[type].published(ids)) now.set(id, item);
  }
  return first
    .filter((name) => now.has(name.id))
    .slice(0, limit)
    .map(({ type, id }) => ({ type, id, label: now.get(id)!.title, code: now.get(id)!.code }));
}
