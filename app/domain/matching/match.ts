/** Why a product may suit a need: never a recommendation, always something that can be checked. */
export type MatchReason =
  /** Its maker or the catalogue names this scenario. */
  | { kind: 'linked' }
  /** It is meant for this category of scenarios. */
  | { kind: 'category'; category: string }
  /** Its name holds these words of the need. */
  | { kind: 'words'; words: string[] }
  /** Its description is near to the need. */
  | { kind: 'description' };

/** What a need says that products are held against. */
export interface Need {
  title: string;
  scenarioId?: string | null;
  category?: string | null;
  requirements?: readonly string[];
}
