import type { RequirementCheck } from '~/domain/matching/check-requirements';
import type { LikenessReason, MatchReason } from '~/domain/matching/match';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { Checks } from './checks';

/** Why a product and a need may suit each other, then each requirement whose number is answered. */
export function MatchWhy({
  reasons,
  checks,
}: {
  reasons: readonly (MatchReason | LikenessReason)[];
  checks?: readonly RequirementCheck[];
}) {
  return (
    <>
      <p className="meta">
        <span>{m.site_why()}</span>
        {reasons.map((reason) => (
          <span key={reason.kind}>{reasonText(reason)}</span>
        ))}
      </p>
      {checks ? (
        <Checks
          checks={checks.map(({ number, outcome, ...words }) => ({
            number,
            outcome,
            text: m.site_check(words),
          }))}
        />
      ) : null}
    </>
  );
}

function reasonText(reason: MatchReason | LikenessReason): string {
  switch (reason.kind) {
    case 'linked':
      return m.site_reason_linked();
    case 'category':
      return m.site_reason_category({ category: termLabel(reason.category) });
    case 'words':
      return m.site_reason_words({ words: reason.words.join(m.site_list_comma()) });
    case 'description':
      return m.site_reason_description({ words: reason.words.join(m.site_list_comma()) });
    case 'industry':
      return m.site_reason_industry({ industry: termLabel(reason.industry) });
    case 'specifications':
      return m.site_reason_specifications({ names: reason.names.join(m.site_list_comma()) });
  }
}
