import { leadStateLabel } from '~/domain/leads/lead';
import type { LeadDetail } from '~/domain/leads/lead-detail';
import { termLabel } from '~/domain/terms';
import { dayOf, formatDate } from '~/format';
import * as m from '~/paraglide/messages';
import { Dated, DateText } from '../date-text';
import { Filled, SLOT } from '../filled';
import { OrganisationName } from '../organisation-name';
import { Turn } from '../turn';
import { daysSince } from './lead-stages';

/** Whether the enterprise still has to say whether the recorded contract is right. */
export const awaitsConfirmation = (lead: LeadDetail) =>
  (lead.state === 'contracted' || lead.state === 'delivered') &&
  lead.purchase?.confirmation === 'unconfirmed';

/** Whose turn it is, since when, and what comes next; after the end, how it ended. */
export function LeadTurn({ lead, todayOn }: { lead: LeadDetail; todayOn: string }) {
  const confirm = awaitsConfirmation(lead) && lead.side === 'enterprise';
  if (!lead.awaited && !confirm) return <EndedTurn lead={lead} />;
  const mine = confirm || lead.awaited === lead.side;
  const name = lead.awaited && lead.awaited !== 'bureau' ? lead[lead.awaited].shortName : '';
  const { title, next } = confirm
    ? {
        title: m.leads_turn_confirm_mine(),
        next: lead.purchase?.confirmByOn
          ? m.leads_turn_confirm_next({ date: formatDate(lead.purchase.confirmByOn) })
          : m.leads_turn_confirm_late(),
      }
    : turnWords(lead, mine, name);
  return (
    <Turn title={<OrganisationName name={title} />} mine={mine}>
      <p>
        {dayOf(lead.waitingSince) === todayOn ? (
          m.leads_turn_since_today()
        ) : (
          <Filled text={m.leads_turn_since({ date: SLOT, days: daysSince(lead.waitingSince, todayOn) })}>
            <DateText on={dayOf(lead.waitingSince)} />
          </Filled>
        )}
        <span className="soft">
          <Dated text={next} />
        </span>
        {lead.lapsesOn ? (
          <span className="soft">
            {m.site_space()}
            <Filled text={m.leads_turn_lapses({ date: SLOT })}>
              <DateText on={lead.lapsesOn} />
            </Filled>
          </span>
        ) : null}
      </p>
    </Turn>
  );
}

function turnWords(
  { state, side }: LeadDetail,
  mine: boolean,
  name: string,
): { title: string; next: string } {
  const pick = (own: () => string, theirs: (named: { name: string }) => string) =>
    mine ? own() : theirs({ name });
  switch (state) {
    case 'trial':
      return {
        title: pick(m.leads_turn_trial_mine, m.leads_turn_trial_theirs),
        next: m.leads_turn_trial_next(),
      };
    case 'procuring':
      return {
        title: pick(m.leads_turn_contract_mine, m.leads_turn_contract_theirs),
        next: m.leads_turn_contract_next(),
      };
    case 'contracted':
      return {
        title: pick(m.leads_turn_deliver_mine, m.leads_turn_deliver_theirs),
        next: m.leads_turn_deliver_next(),
      };
    case 'in_contact':
      return {
        title: pick(m.leads_turn_talk_mine, m.leads_turn_talk_theirs),
        next: side === 'buyer' ? m.leads_turn_talk_next_own() : m.leads_turn_talk_next(),
      };
    case 'new':
      return { title: m.leads_turn_offer(), next: '' };
    default:
      return {
        title: pick(m.leads_turn_reply_mine, m.leads_turn_reply_theirs),
        next: m.leads_turn_reply_next(),
      };
  }
}

function EndedTurn({ lead }: { lead: LeadDetail }) {
  const end = lead.events.find((event) => event.toState === lead.state);
  return (
    <Turn title={m.leads_ended_title({ state: leadStateLabel(lead.state) })} mine={false}>
      <p>
        {end ? (
          <Filled text={m.leads_ended_on({ date: SLOT })}>
            <DateText on={dayOf(end.at)} />
          </Filled>
        ) : null}
        {end && lead.reason ? m.site_space() : null}
        {lead.reason ? <span>{m.leads_ended_reason({ reason: termLabel(lead.reason) })}</span> : null}
      </p>
      {lead.reasonNote ? <p className="soft">{lead.reasonNote}</p> : null}
    </Turn>
  );
}
