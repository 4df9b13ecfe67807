import type { Reason } from '#search/found';

/** Why a product and a need may suit each other: never a recommendation, always something that can be checked. */
export type MatchReason =
  /** Its maker or the catalogue names this scenario. */
  | { kind: 'linked' }
  /** It is meant for this category of scenarios. */
  | { kind: 'category'; category: string }
  /** Both names hold these words, or words that mean the same. */
  | { kind: 'words'; words: string[] }
  /** The text of the one speaks of these words in the name of the other. */
  | { kind: 'description'; words: string[] };

/** What two products have in common. */
export type LikenessReason =
  | Extract<MatchReason, { kind: 'words' | 'description' }>
  /** Both are measured in these. */
  | { kind: 'specifications'; names: string[] }
  /** Both are of this industry. */
  | { kind: 'industry'; industry: string }
  /** Both are meant for this category of scenarios. */
  | { kind: 'category'; category: string };

/** What a need says that products are held against. */
export interface Need {
  title: string;
  scenarioId?: string | null;
  category?: string | null;
  requirements?: readonly string[];
}

const most = 4;
/** Words that half of all names hold tell nothing. */
const general = new Set([
  '系统',
  '设备',
  '装置',
  '装备',
  '平台',
  '软件',
  '产品',
  '终端',
  '智能',
  '自动',
  '工业',
  '管理',
]);
/** Names of organisations match by accident, links are told of themselves, quantities by the checks. */
const told = { name: true, cat: true, specs: true, summary: true, org: false, linked: false, marks: false };
const telling = ({ field, how, relation, word }: Reason) =>
  told[field] && how !== 'quantity' && (relation === 'same' || relation === 'synonym') && !general.has(word);
const wordsOf = (reasons: readonly Reason[]) => [...new Set(reasons.map(({ word }) => word))].slice(0, most);

/** What the words of a search say of one hit: those in its name, then those in its text. None: the hit tells nothing. */
export function wordReasons(reasons: readonly Reason[] = []): MatchReason[] {
  const some = reasons.filter(telling);
  const inName = wordsOf(some.filter(({ field }) => field === 'name'));
  const inText = wordsOf(some.filter(({ field }) => field !== 'name'));
  return [
    ...(inName.length > 0 ? [{ kind: 'words' as const, words: inName }] : []),
    ...(inText.length > 0 ? [{ kind: 'description' as const, words: inText }] : []),
  ];
}

/** What a search finds counts as near when it scores at least this share of the best. */
const near = 0.5;

/** The hits of a search that are near and say why, with their place. */
export function nearHits(
  {
    ids,
    scores,
    reasons,
  }: { ids: readonly string[]; scores: Record<string, number>; reasons: Record<string, Reason[]> },
  share = near,
): Map<string, { place: number; reasons: MatchReason[] }> {
  const best = Math.max(0, ...Object.values(scores));
  return new Map(
    ids
      .filter((id) => (scores[id] ?? 0) >= best * share)
      .map((id) => [id, wordReasons(reasons[id])] as const)
      .filter(([, why]) => why.length > 0)
      .map(([id, why], place) => [id, { place, reasons: why }]),
  );
}
