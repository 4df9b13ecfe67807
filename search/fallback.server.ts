import { sql, type SQL } from 'drizzle-orm';
import { db } from '#db/client.server';
import { products, scenarios, searchWords } from '#db/schema';
import { dialect } from '#db/schema/kit';
import { explain, explained, rankedCandidates, tally, type Answer, type Question } from './answer.server';
import { calledAs, notCalled, wantedCalled } from './called.server';
import { clausesOf, facets, stretchesOf, type Clause } from './filters.server';
import type { Facts, ItemType } from './item.server';
import { firstOf } from './named-field.server';
import type { Understanding } from './query.server';
import { aside, rank } from './rank.server';
import { sources } from './sources.server';
import { fold } from './text.server';
import { vocabulary } from './vocabulary.server';
import { asFts5, asTsquery, type Wanted } from './wanted.server';

const ids = { product: products.id, scenario: scenarios.id };

/** Stored words that satisfy `wanted`. The one place outside db/ with SQL of a particular engine. */
function hits(type: ItemType, wanted: Wanted): SQL {
  // the plus keeps SQLite from walking every row of the type instead of the hits
  return dialect === 'postgresql'
    ? sql`type = ${type} and tsv @@ ${asTsquery(wanted)}::tsquery`
    : sql`+type = ${type} and seq in (select rowid from search_fts where search_fts match ${asFts5(wanted)})`;
}

/** Items whose stored words satisfy `wanted`. */
const matches = (type: ItemType, wanted: Wanted): SQL =>
  sql`${ids[type]} in (select entity_id from ${searchWords} where ${hits(type, wanted)})`;

function count(type: ItemType, rows: Facts[], clauses: Clause[]): Answer['facets'] {
  const counts: Answer['facets'] = {};
  for (const facet of facets[type]) {
    const values = tally();
    const rest = clauses.filter((clause) => clause.facet !== facet.name);
    for (const row of rows) {
      if (!rest.every((clause) => clause.test(row))) continue;
      for (const value of facet.values(row)) values[value] = (values[value] ?? 0) + 1;
    }
    counts[facet.name] = values;
  }
  return counts;
}

/** Of what is called exactly so, how far that is from its name. */
async function calledSo(type: ItemType, traces: readonly string[]): Promise<Map<string, number>> {
  if (!traces.length) return new Map();
  const rows = await db
    .select({ id: searchWords.entityId, words: searchWords.words })
    .from(searchWords)
    .where(hits(type, wantedCalled(traces)));
  return new Map(rows.map((row) => [row.id, calledAs(row.words, traces)]));
}

/** The best candidates by what they are called and by their names, when there are too many to read in full. */
async function shortlist(
  type: ItemType,
  rows: Facts[],
  meaning: Understanding,
  first: ReadonlySet<string>,
): Promise<Facts[]> {
  if (rows.length <= rankedCandidates) return rows;
  const { names, thesaurus } = await vocabulary();
  const called = await calledSo(type, meaning.called);
  const terms = meaning.units.flatMap((unit) =>
    unit.spellings.map(({ text, weight }) => ({ text, idf: unit.idf * weight })),
  );
  const scored = rows.map((row) => {
    const name = names.get(row.id)?.folded ?? fold(row.title);
    const own = thesaurus.knowsEnding(name) ? 1 : aside;
    const score = own * terms.reduce((sum, term) => sum + (name.includes(term.text) ? term.idf : 0), 0);
    return { row, score, called: called.get(row.id) ?? notCalled };
  });
  return scored
    .sort(
      (a, b) =>
        a.called - b.called ||
        Number(first.has(b.row.id)) - Number(first.has(a.row.id)) ||
        b.score - a.score ||
        (b.row.recognisedUntil ?? 0) - (a.row.recognisedUntil ?? 0) ||
        (b.row.uses ?? 0) - (a.row.uses ?? 0) ||
        b.row.publishedAt - a.row.publishedAt ||
        (a.row.code < b.row.code ? -1 : 1), // not the engine's order of rows
    )
    .slice(0, rankedCandidates)
    .map((one) => one.row);
}

/** The same answer as the engine's from the database alone: found by stored words, counted and ordered here. */
export async function answerByDatabase(question: Question): Promise<Answer> {
  const { type, meaning, filters, sort, limit, offset } = question;
  const source = sources[type];
  const rows = await source.facts(meaning?.wanted && matches(type, meaning.wanted));
  const clauses = clausesOf(type, filters);
  const fitting = rows.filter((row) => clauses.every((clause) => clause.test(row)));
  const counted = { total: fitting.length, facets: count(type, rows, clauses) };
  const ordered = (order: typeof sort, some: Facts[]) =>
    stretchesOf(type, order).flatMap((stretch) =>
      some.filter((row) => stretch.test(row)).sort(stretch.compare),
    );
  const looked = async (some: readonly string[]) =>
    meaning && some.length > 0 ? explained(await source.items(some), question) : [];
  if (!meaning || sort !== 'relevance') {
    const shown = ordered(sort, fitting)
      .slice(offset, offset + limit)
      .map((row) => row.id);
    return { ids: shown, ...explain(shown, await looked(shown)), ...counted };
  }
  const field = firstOf(type, meaning.field);
  const isOf = (row: Facts) => !!field?.test(row);
  const of = new Set(fitting.filter(isOf).map((row) => row.id));
  const best = await shortlist(type, fitting, meaning, of);
  const ranked = limit ? rank(await source.items(best.map((row) => row.id)), meaning, type, of) : [];
  const first = new Set(ranked.map((one) => one.item.id));
  const others = fitting.filter((row) => !first.has(row.id));
  const rest = [others.filter(isOf), others.filter((row) => !isOf(row))].flatMap((some) =>
    ordered('newest', some),
  );
  const shown = [...first, ...rest.map((row) => row.id)].slice(offset, offset + limit);
  const beyond = await looked(shown.filter((id) => !first.has(id)));
  return { ids: shown, ...explain(shown, [...ranked, ...beyond]), ...counted };
}
