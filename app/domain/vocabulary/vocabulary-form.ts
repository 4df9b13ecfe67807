import { z } from 'zod';
import * as m from '~/paraglide/messages';
import { vocabularyAreas } from './vocabulary';

const longest = { word: 40, words: 30, note: 500 };

const cut = (text: string) => [
  ...new Set(
    text
      .split(/[,，、;；\n]+/)
      .map((word) => word.normalize('NFKC').trim())
      .filter(Boolean),
  ),
];
/** Words in any order, one a line or parted by commas. */
const words = z
  .string()
  .max(2_000, { error: () => m.bureau_error_too_long({ max: 2_000 }) })
  .default('')
  .transform(cut)
  .refine((all) => all.length <= longest.words, {
    error: () => m.vocabulary_too_many({ max: longest.words }),
  })
  .refine((all) => all.every((word) => word.length <= longest.word && /[\p{sc=Han}a-z0-9]/iu.test(word)), {
    error: () => m.vocabulary_word_wrong({ max: longest.word }),
  });

/** A group of words: at least two that mean the same, or one with others that lie near it. */
export const vocabularyForm = z
  .object({
    area: z
      .string()
      .default('')
      .refine((area) => vocabularyAreas.includes(area), { error: () => m.vocabulary_area_error() }),
    terms: words.refine((all) => all.length > 0, { error: () => m.vocabulary_terms_error() }),
    narrower: words,
    note: z
      .string()
      .trim()
      .max(longest.note, { error: () => m.bureau_error_too_long({ max: longest.note }) })
      .default('')
      .transform((text) => text || null),
  })
  .superRefine(({ terms, narrower }, context) => {
    if (terms.length === 1 && narrower.length === 0)
      context.addIssue({ code: 'custom', path: ['terms'], message: m.vocabulary_alone() });
  });

export type VocabularyInput = z.output<typeof vocabularyForm>;
