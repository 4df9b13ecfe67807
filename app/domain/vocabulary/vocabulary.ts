import { vocabularyStates, type VocabularyState } from '#db/schema/words';
import * as m from '~/paraglide/messages';
import { industries, scenarioCategories } from '../terms';

export { vocabularyStates, type VocabularyState };

/** What a group of words belongs to: the policy's industries and categories, procurement, or everything. */
export const vocabularyAreas: readonly string[] = [
  '通用',
  '政府采购',
  ...industries,
  ...scenarioCategories.filter((category) => !(industries as readonly string[]).includes(category)),
];

const stateLabels: Record<VocabularyState, () => string> = {
  draft: m.vocabulary_state_draft,
  published: m.vocabulary_state_published,
  withdrawn: m.vocabulary_state_withdrawn,
};
export const vocabularyStateLabel = (state: VocabularyState) => stateLabels[state]();
