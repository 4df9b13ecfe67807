import type { RequirementCheck } from '~/domain/matching/check-requirements';
import type { MatchReason } from '~/domain/matching/match';
import type { ProductRowData } from '~/domain/products/product-row';
import { MatchWhy } from './match-why';
import { Rows } from './rows';
import { ProductHit } from './search/hits';

type Match = ProductRowData & { reasons: readonly MatchReason[]; checks: readonly RequirementCheck[] };

/** Products that may suit a need, each with why. */
export function MatchedProducts({ matches }: { matches: readonly Match[] }) {
  return (
    <Rows rule="line">
      {matches.map((match) => (
        <ProductHit key={match.id} row={match}>
          <MatchWhy reasons={match.reasons} checks={match.checks} />
        </ProductHit>
      ))}
    </Rows>
  );
}
