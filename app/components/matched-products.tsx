import type { RequirementCheck } from '~/domain/matching/check-requirements';
import type { MatchReason } from '~/domain/matching/match';
import type { ProductRowData } from '~/domain/products/product-row';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { Checks } from './checks';
import { Rows } from './rows';
import { ProductHit } from './search/hits';

type Match = ProductRowData & { reasons: readonly MatchReason[]; checks: readonly RequirementCheck[] };

/** Products that may suit a need, each with why. */
export function MatchedProducts({ matches }: { matches: readonly Match[] }) {
  return (
    <Rows rule="line">
      {matches.map((match) => (
        <ProductHit key={match.id} row={match}>
          <p className="meta">
            {match.reasons.map((reason) => (
              <span key={reason.kind}>{reasonText(reason)}</span>
            ))}
          </p>
          <Checks
            checks={match.checks.map(({ number, outcome, ...words }) => ({
              number,
              outcome,
              text: m.site_check(words),
            }))}
          />
        </ProductHit>
      ))}
    </Rows>
  );
}

function reasonText(reason: MatchReason): string {
  switch (reason.kind) {
    case 'linked':
      return m.site_reason_linked();
    case 'category':
      return m.site_reason_category({ category: termLabel(reason.category) });
    case 'words':
      return m.site_reason_words({ words: reason.words.join(m.site_list_comma()) });
    case 'description':
      return m.site_reason_description();
  }
}
