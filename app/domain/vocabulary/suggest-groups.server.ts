import { understand } from '#search/query.server';
import { vocabulary } from '#search/vocabulary.server';
import { searchTermsReport } from '../search-terms/report.server';

export type SuggestedGroup = {
  /** what was asked and found nothing */
  query: string;
  times: number;
  /** the pieces of it that nothing understands; empty when all are known and merely nothing fits */
  unknown: string[];
};

const days = 90;
const most = 12;

/** Queries of the last 90 days that found nothing and hold words that no group, name or text knows. */
export async function suggestGroups(): Promise<SuggestedGroup[]> {
  const words = await vocabulary();
  const reports = await Promise.all([
    searchTermsReport('product', days),
    searchTermsReport('scenario', days),
  ]);
  const times = new Map<string, number>();
  for (const { unmet } of reports)
    for (const { term, foundNothing } of unmet) times.set(term, (times.get(term) ?? 0) + foundNothing);
  return [...times]
    .map(([query, n]) => {
      const { units } = understand(query, words);
      const unknown = units.filter((unit) => unit.spellings.length === 0).map((unit) => unit.typed);
      return { query, times: n, unknown };
    })
    .filter((one) => one.unknown.length > 0)
    .sort((a, b) => b.times - a.times)
    .slice(0, most);
}
