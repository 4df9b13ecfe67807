import { BlockedButton, LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Filled, SLOT } from '~/components/filled';
import { Panel } from '~/components/panel';
import { Price } from '~/components/price';
import type { ProductPage } from '~/domain/matching/product-page.server';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';

/** Whether this reader may send an enquiry about the product, and if not, why. */
export type Enquiry = 'open' | 'visitor' | 'own' | 'enterprise' | 'bureau' | 'reported';

export function trialText({ offering }: ProductPage): string | undefined {
  switch (offering?.trialPolicy) {
    case 'free':
      return m.domain_trial_free();
    case 'paid':
      return m.domain_trial_paid();
    case 'none':
      return m.domain_trial_none();
    default:
      return undefined;
  }
}

/** Price and terms, with the one act. */
export function Terms({
  product,
  enquiry,
  today,
}: {
  product: ProductPage;
  enquiry: Enquiry;
  today: string;
}) {
  const { offering } = product;
  const trial = [trialText(product), offering?.trialNote].filter(Boolean).join(m.catalogue_comma());
  return (
    <Panel title={m.catalogue_terms()} hideTitle act>
      <p className={offering ? 'price' : 'price unset'}>
        <Price minFen={offering?.priceMin} maxFen={offering?.priceMax} unit={offering?.priceUnit} />
      </p>
      {offering?.validUntilOn ? (
        <p className="small soft">
          <Filled
            text={
              offering.validUntilOn < today
                ? m.catalogue_offer_ended({ date: SLOT })
                : m.catalogue_offer_until({ date: SLOT })
            }
          >
            <DateText on={offering.validUntilOn} />
          </Filled>
        </p>
      ) : null}
      {offering ? null : <p className="small soft">{m.catalogue_no_offering()}</p>}
      {offering ? (
        <div className="mt-3">
          <Facts
            facts={[
              {
                label: m.catalogue_lead_time(),
                value: offering.leadTimeDays
                  ? m.catalogue_lead_time_days({ days: formatNumber(offering.leadTimeDays) })
                  : null,
              },
              { label: m.catalogue_trial(), value: trial || null },
              { label: m.catalogue_warranty(), value: offering.warranty },
              { label: m.catalogue_capacity(), value: offering.capacity },
              {
                label: m.catalogue_service_area(),
                value: offering.serviceAreas.map(termLabel).join(m.catalogue_list_comma()) || null,
              },
            ]}
          />
        </div>
      ) : null}
      <div className="actions">
        <EnquiryAct product={product} enquiry={enquiry} />
        {enquiry === 'open' || enquiry === 'visitor' ? (
          <LinkButton wide href={paths.accountShortlistAdd(product.code)}>
            {m.shortlists_add()}
          </LinkButton>
        ) : null}
        <LinkButton tone="quiet" href={paths.compare([product.code])}>
          {m.compare_this()}
        </LinkButton>
      </div>
      {enquiry === 'open' || enquiry === 'visitor' ? (
        <p className="small soft mt-3">
          {m.catalogue_enquire_note()}
          {enquiry === 'visitor' ? m.catalogue_enquire_visitor() : ''}
        </p>
      ) : null}
    </Panel>
  );
}

function EnquiryAct({ product, enquiry }: { product: ProductPage; enquiry: Enquiry }) {
  if (enquiry === 'own') {
    return (
      <LinkButton tone="act" wide href={paths.accountProduct(product.code)}>
        {m.catalogue_manage_own()}
      </LinkButton>
    );
  }
  if (enquiry === 'open' || enquiry === 'visitor') {
    return (
      <LinkButton tone="commit" wide href={paths.accountEnquire(product.code)}>
        {m.catalogue_enquire()}
      </LinkButton>
    );
  }
  const reason = enquiry === 'reported' ? m.catalogue_enquire_reported() : m.catalogue_enquire_buyers_only();
  return (
    <BlockedButton wide reason={reason}>
      {m.catalogue_enquire()}
    </BlockedButton>
  );
}
