import { DateText, MonthText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Filled, SLOT } from '~/components/filled';
import { OrganisationName } from '~/components/organisation-name';
import { Panel } from '~/components/panel';
import { Price } from '~/components/price';
import { Seal } from '~/components/seal';
import { trialPolicyLabel } from '~/domain/offerings/offering';
import { productKindLabel } from '~/domain/products/product';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import type { Page } from './route';

/** What is asked about, and what the enterprise will see. */
export function Side({ page }: { page: Page }) {
  const { product, offering } = page;
  return (
    <aside className="side">
      <Panel title={product.name}>
        <p className="price">
          <Price minFen={offering?.priceMin} maxFen={offering?.priceMax} unit={offering?.priceUnit} />
        </p>
        <Facts
          ruled
          facts={[
            { label: m.leads_fact_maker(), value: <OrganisationName name={product.organisation} /> },
            {
              label: m.leads_fact_recognition(),
              value: page.recognisedUntilOn ? (
                <>
                  <span className="stamp">
                    <Seal kind={product.kind} size="s" />
                    <span>{productKindLabel(product.kind)}</span>
                  </span>
                  <Filled text={m.leads_fact_recognised_until({ month: SLOT })}>
                    <MonthText month={page.recognisedUntilOn} />
                  </Filled>
                </>
              ) : null,
            },
            { label: m.leads_fact_industry(), value: termLabel(product.industry) },
            {
              label: m.leads_fact_lead_time(),
              value: offering?.leadTimeDays
                ? m.leads_fact_lead_time_days({ days: formatNumber(offering.leadTimeDays) })
                : null,
            },
            {
              label: m.leads_fact_trial(),
              value: offering?.trialPolicy ? trialPolicyLabel(offering.trialPolicy) : null,
            },
            {
              label: m.leads_fact_valid(),
              value: offering?.validUntilOn ? <DateText on={offering.validUntilOn} /> : null,
            },
          ]}
        />
      </Panel>
      <Panel title={m.leads_enquire_sees()}>
        <div className="stack">
          <p>{m.leads_enquire_sees_now()}</p>
          <p>{m.leads_enquire_sees_later()}</p>
          <p className="small soft">{m.leads_enquire_sees_never()}</p>
          {page.enterpriseIsAway ? <p className="small">{m.leads_enquire_away()}</p> : null}
        </div>
      </Panel>
    </aside>
  );
}
