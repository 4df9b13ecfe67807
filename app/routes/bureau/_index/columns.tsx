import { BlockedButton, LinkButton } from '~/components/button';
import { DayText } from '~/components/date-text';
import { Link } from '~/components/link';
import type { Column } from '~/components/table';
import { leadStateLabel } from '~/domain/leads/lead';
import { publicationKindLabel, type PublishingRefusal } from '~/domain/publications/publication';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Row } from './route';

/** What the desk shows of each matter, and what can be done about it. */
export function columns(): Column<Row>[] {
  return [
    { key: 'kind', head: m.bureau_col_matter(), className: 'nowrap', cell: (row) => kindLabel(row) },
    {
      key: 'what',
      // No name before it where the table is shown as cards.
      head: <>{m.bureau_col_content()}</>,
      cell: (row) => (
        <>
          <Link className="t" href={hrefOf(row)}>
            {row.title}
          </Link>
          <br />
          <span className="small soft">{particulars(row)}</span>
        </>
      ),
    },
    {
      key: 'received',
      head: m.bureau_col_received(),
      className: 'nowrap',
      cell: (row) => <DayText on={row.sinceOn} />,
    },
    {
      key: 'waited',
      head: m.bureau_col_waited(),
      numeric: true,
      cell: (row) =>
        row.kind === 'lead'
          ? m.bureau_working_days({ n: row.workingDays })
          : m.bureau_days({ n: row.waitedDays }),
    },
    {
      key: 'act',
      head: m.bureau_col_act(),
      hideHead: true,
      className: 'go',
      cell: (row) => <Act row={row} />,
    },
  ];
}

function Act({ row }: { row: Row }) {
  if (row.kind === 'publication' && row.blocked) {
    return (
      <BlockedButton small reason={refusalText(row.blocked)}>
        {m.bureau_act_publish()}
      </BlockedButton>
    );
  }
  return (
    <LinkButton
      small
      href={row.kind === 'publication' ? paths.bureauPublicationPublish(row.code) : hrefOf(row)}
    >
      {{
        publication: m.bureau_act_publish,
        draft: m.bureau_act_continue,
        dispute: m.bureau_act_view,
        lead: m.bureau_act_view,
      }[row.kind]()}
      <span className="vh"> {row.title}</span>
    </LinkButton>
  );
}

function hrefOf(row: Row): string {
  return row.kind === 'publication' || row.kind === 'draft'
    ? paths.bureauPublication(row.code)
    : paths.bureauLead(row.code);
}

function particulars(row: Row): string {
  switch (row.kind) {
    case 'publication':
      return [publicationKindLabel(row.listKind), row.author ? m.bureau_drafted_by({ name: row.author }) : '']
        .filter(Boolean)
        .join(' · ');
    case 'draft':
      return row.returnedFor
        ? m.bureau_returned_for({ reason: row.returnedFor })
        : `${publicationKindLabel(row.listKind)} · ${m.bureau_drafted_by_you()}`;
    case 'dispute':
      return [m.bureau_between({ buyer: row.buyer, enterprise: row.enterprise }), row.note ?? '']
        .filter(Boolean)
        .join(' · ');
    case 'lead':
      return [
        leadStateLabel(row.state),
        row.awaiting
          ? m.bureau_waits_for({
              name: row.awaiting === 'bureau' ? m.domain_side_bureau() : row[row.awaiting],
            })
          : '',
      ]
        .filter(Boolean)
        .join(' · ');
  }
}

function kindLabel(row: Row): string {
  if (row.kind === 'draft' && row.returnedFor) return m.bureau_kind_returned();
  return {
    publication: m.bureau_kind_publication,
    draft: m.bureau_kind_draft,
    dispute: m.bureau_kind_dispute,
    lead: m.bureau_kind_lead,
  }[row.kind]();
}

function refusalText(reason: PublishingRefusal): string {
  return {
    author: m.bureau_refused_author,
    role: m.bureau_refused_role,
    state: m.bureau_refused_state,
  }[reason]();
}
