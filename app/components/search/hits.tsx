import type { ProductRowData } from '~/domain/products/product-row';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import type { ScenarioRowData } from '~/domain/scenarios/scenario-row';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { TextSegment } from '../highlight';
import { ProductRow } from '../product-row';
import { ScenarioRow } from '../scenario-row';

interface ProductHitProps {
  row: ProductRowData;
  highlight?: readonly TextSegment[];
  /** Below the figures: a box to tick. */
  pick?: React.ReactNode;
  children?: React.ReactNode;
}

/** A product as lists show it. */
export function ProductHit({ row, highlight, pick, children }: ProductHitProps) {
  const { recognition } = row;
  return (
    <ProductRow
      url={paths.product(row.code)}
      name={row.name}
      highlight={highlight}
      kind={recognition?.kind}
      inForce={recognition?.inForce}
      state={recognition?.onNotice ? m.site_on_notice() : null}
      organisation={row.organisationName}
      place={row.district ? termLabel(row.district) : null}
      maturity={row.maturity ? termLabel(row.maturity) : null}
      specs={row.specs}
      firsts={row.firsts}
      buyers={row.buyers}
      users={row.users}
      priceMinFen={row.priceMin}
      priceMaxFen={row.priceMax}
      priceUnit={row.priceUnit}
      validUntilOn={recognition?.validUntilOn}
      pick={pick}
    >
      {children}
    </ProductRow>
  );
}

interface ScenarioHitProps {
  row: ScenarioRowData;
  todayOn: string;
  highlight?: readonly TextSegment[];
  children?: React.ReactNode;
}

/** A scenario as lists show it. */
export function ScenarioHit({ row, todayOn, highlight, children }: ScenarioHitProps) {
  const open = row.status === 'open';
  return (
    <ScenarioRow
      url={paths.scenario(row.code)}
      title={row.title}
      highlight={highlight}
      organisation={row.organisationName}
      place={row.district ? termLabel(row.district) : null}
      field={termLabel(row.category)}
      mode={row.cooperationMode ? termLabel(row.cooperationMode) : null}
      open={open}
      state={open ? null : { label: scenarioStatusLabel(row.status) }}
      budgetFen={row.budget}
      deadlineOn={row.deadlineOn}
      deadlineGranularity={row.deadlineGranularity}
      todayOn={todayOn}
    >
      {children}
    </ScenarioRow>
  );
}
