import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Panel } from '~/components/panel';
import { Price } from '~/components/price';
import { Tag } from '~/components/tag';
import { trialPolicyLabel } from '~/domain/offerings/offering';
import { termLabel } from '~/domain/terms';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Loaded } from './route';

/** The terms of the product as buyers see them, and the way to change them. */
export function Terms({
  offering,
  code,
  isPublic,
}: {
  offering: Loaded['offering'];
  code: string;
  isPublic: boolean;
}) {
  if (!offering)
    return (
      <Panel title={m.account_offering()} act>
        <p>{isPublic ? m.account_offering_none() : m.account_offering_needs_public()}</p>
        <div className="actions">
          {isPublic ? (
            <LinkButton tone="act" wide href={paths.accountOffering(code)}>
              {m.account_offering_publish()}
            </LinkButton>
          ) : null}
        </div>
      </Panel>
    );
  return (
    <Panel title={m.account_offering()} act>
      <p className="price">
        <Price minFen={offering.priceMin} maxFen={offering.priceMax} unit={offering.priceUnit} />
      </p>
      {offering.hasEnded ? (
        <p className="mt-2">
          <Tag tone="warn">{m.account_offering_ended()}</Tag>
        </p>
      ) : null}
      <div className="mt-3">
        <Facts
          ruled
          facts={[
            {
              label: m.account_valid_until(),
              value: offering.validUntilOn ? <DateText on={offering.validUntilOn} /> : m.account_valid_open(),
            },
            {
              label: m.account_lead_time(),
              value: offering.leadTimeDays ? m.account_lead_time_days({ days: offering.leadTimeDays }) : null,
            },
            {
              label: m.account_trial(),
              value: offering.trialPolicy
                ? `${trialPolicyLabel(offering.trialPolicy)}${offering.trialNote ? ` · ${offering.trialNote}` : ''}`
                : null,
            },
            { label: m.account_warranty(), value: offering.warranty },
            { label: m.account_service_areas(), value: offering.serviceAreas.map(termLabel).join(' · ') },
            { label: m.account_capacity(), value: offering.capacity },
          ]}
        />
      </div>
      <div className="actions">
        <LinkButton wide href={paths.accountOffering(code)}>
          {m.account_offering_change()}
        </LinkButton>
      </div>
    </Panel>
  );
}
