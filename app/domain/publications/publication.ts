import * as m from '~/paraglide/messages';
export { publicationKinds, publicationStates } from '#db/schema/words';
import type { publicationKinds, publicationStates } from '#db/schema/words';

export type PublicationKind = (typeof publicationKinds)[number];
export type PublicationState = (typeof publicationStates)[number];

export const publicationKindLabel = (kind: PublicationKind) =>
  ({ 'scenario-list': m.domain_publication_scenario_list, catalogue: m.domain_publication_catalogue })[
    kind
  ]();
export const publicationStateLabel = (state: PublicationState) =>
  ({
    draft: m.domain_publication_draft,
    submitted: m.domain_publication_submitted,
    published: m.domain_publication_published,
  })[state]();

/** A batch's public code: XA-CJ-2026-3 for a scenario list, XA-SS-2025-2 for a catalogue of three firsts. */
export const publicationCode = (kind: PublicationKind, year: number, sequence: number) =>
  `XA-${kind === 'scenario-list' ? 'CJ' : 'SS'}-${year}-${sequence}`;

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 第三批 for 3; 第十二批 for 12. */
export function batchName(sequence: number): string {
  const tens = Math.floor(sequence / 10);
  const ones = sequence % 10;
  const words =
    sequence <= 10 ? numerals[sequence] : `${tens > 1 ? numerals[tens] : ''}十${ones ? numerals[ones] : ''}`;
  return `第${words}批`;
}

/** The number of a batch by its name at the end of a text (2026年第一批), from 1 to 99; undefined when there is none. */
export const batchNumber = (text: string): number | undefined =>
  Array.from({ length: 99 }, (_, i) => i + 1).find((n) => text.endsWith(batchName(n)));

/** The same in the reader's language: 第四批, batch 4. */
export const batchLabel = (sequence: number) => m.bureau_batch({ batch: batchName(sequence), sequence });

export type PublishingRefusal = 'state' | 'role' | 'author';

/** Why this person may not publish this list: nobody publishes what they wrote. Undefined when they may. */
export function publishingRefusal(
  list: { state: PublicationState },
  authorIds: readonly (string | null)[],
  person: { userId: string; role: string },
): PublishingRefusal | undefined {
  if (list.state !== 'submitted') return 'state';
  if (authorIds.includes(person.userId)) return 'author';
  return person.role === 'publisher' ? undefined : 'role';
}

/** The usual title of a batch: 西安市应用场景开放清单（2026年第三批）. */
export const suggestedTitle = (kind: PublicationKind, year: number, sequence: number) =>
  `西安市${kind === 'scenario-list' ? '应用场景开放清单' : '三首产品目录'}（${year}年${batchName(sequence)}）`;

/** The colour of a state's tag. */
export const publicationTone = (state: PublicationState) =>
  ({ draft: 'neutral', submitted: 'warn', published: 'ok' })[state] as 'neutral' | 'warn' | 'ok';
