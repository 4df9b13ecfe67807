import { count, eq, sum } from 'drizzle-orm';
import { db } from '#db/client.server';
import { vocabularyGroups } from '#db/schema';
import start from '#db/world/vocabulary.json';
import { Thesaurus } from './synonyms';
import { fold } from './text.server';
import { turns } from './turns';

/** A group as it is written: words of equal meaning, and nearer or wider ones that are searched for too. */
export type WrittenGroup = { area: string; terms: string[]; narrower: string[] };

/** The reviewed groups that an installation begins with. */
export const startingGroups: readonly WrittenGroup[] = start;

/** Queries are read with spaces for hyphens between Latin words: self-driving, self driving. */
const withoutHyphens = (term: string) =>
  /[a-z]-[a-z]/.test(term) ? [term, term.replace(/(?<=[a-z])-(?=[a-z])/g, ' ')] : [term];

/** Goods and services that are no matter of the policy's industries. */
const everydayArea = '政府采购';

/** The groups as searches use them. */
export const thesaurusOf = (groups: readonly WrittenGroup[]) =>
  new Thesaurus(
    groups.map(({ area, terms, narrower }) => ({
      terms: [...new Set(terms.map(fold).flatMap(withoutHyphens))].filter(Boolean),
      related: [...new Set(narrower.map(fold))].filter(Boolean),
      everyday: area === everydayArea,
    })),
  );

/** Changes with every change of any group: how many there are, and the sum of their versions. */
export async function thesaurusStamp(): Promise<string> {
  const [row] = await db
    .select({ groups: count(), versions: sum(vocabularyGroups.version) })
    .from(vocabularyGroups);
  return `${row?.groups} ${row?.versions}`;
}

/** Groups in force. While nobody has loaded any into the table, the starting ones are. */
export async function publishedGroups(): Promise<(WrittenGroup & { id?: string })[]> {
  const [any] = await db.select({ id: vocabularyGroups.id }).from(vocabularyGroups).limit(1);
  if (!any) return [...startingGroups];
  return db
    .select({
      id: vocabularyGroups.id,
      area: vocabularyGroups.area,
      terms: vocabularyGroups.terms,
      narrower: vocabularyGroups.narrower,
    })
    .from(vocabularyGroups)
    .where(eq(vocabularyGroups.state, 'published'))
    .orderBy(vocabularyGroups.createdAt, vocabularyGroups.id);
}

/** The thesaurus in force with the stamp it was read at. */
export async function publishedThesaurus(): Promise<{ thesaurus: Thesaurus; stamp: string }> {
  const stamp = await thesaurusStamp();
  return { thesaurus: await thesaurusOf(await publishedGroups()).readAhead(turns()), stamp };
}
