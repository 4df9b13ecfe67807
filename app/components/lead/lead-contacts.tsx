import type { LeadContact, LeadDetail } from '~/domain/leads/lead-detail';
import { formatPhone } from '~/format';
import * as m from '~/paraglide/messages';
import { Panel } from '../panel';

/** Whom to reach on both sides, once the enterprise has accepted. */
export function LeadContacts({ lead }: { lead: LeadDetail }) {
  const { contacts } = lead;
  if (!contacts) {
    return (
      <Panel title={m.leads_contacts()}>
        <p className="soft">{lead.awaited ? m.leads_contacts_hidden() : m.leads_contacts_never()}</p>
      </Panel>
    );
  }
  const sides =
    lead.side === 'buyer' ? (['enterprise', 'buyer'] as const) : (['buyer', 'enterprise'] as const);
  return (
    <Panel title={m.leads_contacts()}>
      <div className="stack">
        {sides.map((side) => (
          <p key={side}>
            <b>{lead[side].shortName}</b>
            <br />
            <Contact contact={contacts[side]} />
          </p>
        ))}
      </div>
    </Panel>
  );
}

function Contact({ contact }: { contact: LeadContact }) {
  return (
    <>
      {contact.person}{' '}
      {contact.phone ? (
        <a className="num nowrap" href={`tel:${contact.phone}`}>
          {formatPhone(contact.phone)}
        </a>
      ) : null}
      {contact.email ? (
        <>
          <br />
          <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      ) : null}
      {contact.officeName || contact.officePhone ? (
        <>
          <br />
          <span className="small soft">
            {m.leads_contact_office()} {contact.officeName}{' '}
            <span className="num nowrap">{contact.officePhone}</span>
          </span>
        </>
      ) : null}
    </>
  );
}
