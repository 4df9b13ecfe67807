import type { ItemType } from './item.server';
import type { Name, Visit } from './names';
import { strongTerms, understand } from './query.server';
import { sources } from './sources.server';
import { fold, isHan } from './text.server';
import { vocabulary } from './vocabulary.server';

export type Suggestion = { type: ItemType; label: string; code: string; id: string };

const shortestFirst = (a: Name, b: Name) =>
  a.label.length - b.label.length || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** The shortest names of each source, of the earlier source before those of the later, until there are `enough`. */
function best(sources: ((visit: Visit) => void)[], enough: number): Name[] {
  // some may have been withdrawn a moment ago
  const most = enough * 2;
  const first = new Set<Name>();
  for (const source of sources) {
    if (first.size >= enough) break;
    let some = new Set<Name>();
    let longest = Infinity;
    const shorten = () => {
      some = new Set([...some].sort(shortestFirst).slice(0, most));
      return [...some];
    };
    source((name) => {
      if (name.label.length > longest) return false;
      if (first.has(name)) return;
      some.add(name);
      if (some.size >= most * 4) longest = shorten().at(-1)!.label.length;
    });
    for (const name of shorten()) first.add(name);
  }
  return [...first].slice(0, most);
}

/** Names that go on as `q` begins: characters, pinyin, initials, or a word of equal meaning. At most `limit`. */
export async function suggest(q: string, limit = 8): Promise<Suggestion[]> {
  const typed = fold(q.slice(0, 60));
  if (!typed) return [];
  const words = await vocabulary();
  const { names } = words;
  const latin = /^[a-z0-9 ]+$/.test(typed) ? typed.replaceAll(' ', '') : '';
  const meant = () =>
    strongTerms(understand(typed, words))
      .filter((term) => isHan(term) || term.length > 2)
      .slice(0, 4);
  const first = best(
    [
      (visit) => {
        names.beginning('folded', typed, visit);
        // every code begins with a Latin letter
        if (/^[a-z]/.test(typed)) names.beginning('code', typed, visit);
      },
      (visit) => names.holding('folded', typed, visit),
      (visit) => {
        if (latin.length < 2) return;
        names.beginning('full', latin, visit);
        names.beginning('initials', latin, visit);
      },
      (visit) => meant().forEach((term) => names.holding('folded', term, visit)),
      (visit) => {
        if (latin.length > 2) names.holding('full', latin, visit);
      },
    ],
    limit,
  );
  const publicNow = async (type: ItemType) => {
    const ids = first.filter((name) => name.type === type).map((name) => name.id);
    return ids.length ? [...(await sources[type].published(ids))] : [];
  };
  const now = new Map((await Promise.all([publicNow('product'), publicNow('scenario')])).flat());
  return first
    .filter((name) => now.has(name.id))
    .slice(0, limit)
    .map(({ type, id }) => ({ type, id, label: now.get(id)!.title, code: now.get(id)!.code }));
}
