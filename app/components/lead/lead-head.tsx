import type { LeadDetail } from '~/domain/leads/lead-detail';
import { dayOf } from '~/format';
import * as m from '~/paraglide/messages';
import { DateText } from '../date-text';
import { Filled, SLOT } from '../filled';
import { OrganisationName } from '../organisation-name';
import { PageHead } from '../page-head';

const origins: Record<LeadDetail['origin'], (on: { date: string }) => string> = {
  enquiry: m.leads_origin_enquiry,
  response: m.leads_origin_response,
  introduction: m.leads_origin_introduction,
};

/** What the lead is about (in words between which a line may end), who is in it and how it began. */
export function LeadHead({ lead, title }: { lead: LeadDetail; title: readonly string[] }) {
  return (
    <PageHead
      title={title}
      meta={
        <>
          <span className="num">{m.leads_code({ code: lead.code })}</span>
          <span>
            <OrganisationName
              name={m.leads_parties({ buyer: lead.buyer.name, enterprise: lead.enterprise.name })}
            />
          </span>
          <span>
            <Filled text={origins[lead.origin]({ date: SLOT })}>
              <DateText on={dayOf(lead.createdAt)} />
            </Filled>
          </span>
        </>
      }
    />
  );
}
