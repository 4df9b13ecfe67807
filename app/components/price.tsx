import { moneyParts, priceRangeParts } from '~/format';
import * as m from '~/paraglide/messages';

export interface PriceProps {
  minFen?: number | null;
  maxFen?: number | null;
  /** What one price buys: 架, 套. */
  unit?: string | null;
}

/** A range of prices with its unit set smaller; the words 未公开单价 where there is none. */
export function Price({ minFen, maxFen, unit }: PriceProps) {
  const parts = priceRangeParts(minFen, maxFen, unit);
  return parts ? <Parts {...parts} /> : <span className="soft">{m.common_price_unpublished()}</span>;
}

/** One amount with its unit set smaller; the words 预算待定 where there is none. */
export function Money({ fen }: { fen: number | null | undefined }) {
  if (fen === null || fen === undefined) return <span className="soft">{m.common_budget_unset()}</span>;
  return <Parts {...moneyParts(fen)} />;
}

function Parts({ amount, unit }: { amount: string; unit: string }) {
  if (!unit) return <>{amount}</>;
  return (
    <>
      {amount}
      <small>
        {unit.startsWith('/') ? '' : '\u00a0'}
        {unit}
      </small>
    </>
  );
}
