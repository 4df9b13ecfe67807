import type { ReactNode } from 'react';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { productKindLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import { formatQuantity } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { MonthText } from '../date-text';
import { Facts } from '../facts';
import { Filled, SLOT } from '../filled';
import { Link } from '../link';
import { Panel } from '../panel';
import { Money, Price } from '../price';
import { Seal } from '../seal';

/** What the lead is about. What its purchase record says stands there, and the plan in the letters and events. */
export function LeadFacts({ lead }: { lead: LeadDetail }) {
  const { product, purchase } = lead;
  const asked = lead.quantity !== purchase?.quantity || lead.unit !== purchase.unit ? lead.quantity : null;
  const newer = product.currentVersion > product.version;
  const version = { version: formatQuantity(product.version) };
  const name = product.keptName ?? product.name;
  return (
    <Panel title={m.leads_facts()}>
      <Facts
        facts={[
          {
            label: m.leads_fact_product(),
            value: (
              <>
                {product.isPublic ? <Link href={paths.product(product.code)}>{name}</Link> : name}
                <br />
                <span className="small soft">
                  <SnapshotLink lead={lead}>
                    {newer ? m.leads_fact_version_newer(version) : m.leads_fact_version(version)}
                  </SnapshotLink>
                </span>
              </>
            ),
          },
          {
            label: m.leads_fact_recognition(),
            value: lead.recognisedUntilOn ? (
              <>
                <span className="stamp">
                  <Seal kind={product.kind} size="s" />
                  <span>{productKindLabel(product.kind)}</span>
                </span>
                <Filled text={m.leads_fact_recognised_until({ month: SLOT })}>
                  <MonthText month={lead.recognisedUntilOn} />
                </Filled>
              </>
            ) : null,
          },
          {
            label: m.leads_fact_scenario(),
            value: lead.scenario ? (
              <Link href={paths.scenario(lead.scenario.code)}>{lead.scenario.title}</Link>
            ) : null,
          },
          { label: m.leads_fact_purpose(), value: lead.purpose },
          { label: m.leads_fact_response(), value: lead.responseMessage },
          {
            label: m.leads_fact_need(),
            value: asked ? <Quantity quantity={asked} unit={lead.unit} /> : null,
          },
          { label: m.leads_fact_budget(), value: <Money fen={lead.budget} /> },
          {
            label: m.leads_fact_needed_by(),
            value: lead.neededBy ? <MonthText month={lead.neededBy} /> : null,
          },
          {
            label: m.leads_fact_price(),
            value: lead.offering ? (
              <Price
                minFen={lead.offering.priceMin}
                maxFen={lead.offering.priceMax}
                unit={lead.offering.priceUnit}
              />
            ) : null,
          },
          { label: m.leads_fact_method(), value: lead.method && !purchase ? termLabel(lead.method) : null },
          {
            label: m.leads_fact_planned(),
            value: lead.plannedMonth && !purchase ? <MonthText month={lead.plannedMonth} /> : null,
          },
          {
            label: m.leads_fact_procurement_budget(),
            value:
              lead.procurementBudget && lead.procurementBudget !== lead.budget ? (
                <Money fen={lead.procurementBudget} />
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}

/** 3 架 */
export function Quantity({ quantity, unit }: { quantity: number; unit: string | null }) {
  return <span className="num nowrap">{formatQuantity(quantity, unit)}</span>;
}

/** To what the product said when the lead was opened, where that was kept. */
export function SnapshotLink({ lead, children }: { lead: LeadDetail; children: ReactNode }) {
  if (lead.product.keptName === null) return <>{children}</>;
  const address = lead.side === 'bureau' ? paths.bureauLeadProduct : paths.accountLeadProduct;
  return <Link href={address(lead.code)}>{children}</Link>;
}
