import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DateText, Dated } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import { Table, type Column } from '~/components/table';
import { Tabs } from '~/components/tabs';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { batchName, publicationKindLabel, type PublicationKind } from '~/domain/publications/publication';
import { listPublications, type PublicationSummary } from '~/domain/publications/publications.server';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

const kinds: readonly PublicationKind[] = ['scenario-list', 'catalogue'];

export const loader = guard('public', async ({ request }) => {
  const asked = new URL(request.url).searchParams.get('kind');
  return {
    today: todayOn(),
    kind: kinds.find((kind) => kind === asked) ?? null,
    publications: await listPublications(),
  };
});

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.catalogue_publications() }) }];

export default function PublicationsPage() {
  const { today, kind, publications } = useLoaderData<typeof loader>();
  const of = (each: PublicationKind) => publications.filter((one) => one.kind === each);
  const shown = kinds.filter((each) => (kind === null || kind === each) && of(each).length > 0);
  return (
    <>
      <PageHead title={m.catalogue_publications()} lede={m.catalogue_publications_lede()} />
      <Tabs
        label={m.catalogue_publications_kinds()}
        tabs={[
          {
            label: m.catalogue_all(),
            href: paths.publications(),
            count: publications.length,
            current: kind === null,
          },
          ...kinds.map((each) => ({
            label: publicationKindLabel(each),
            href: paths.publications({ kind: each }),
            count: of(each).length,
            current: kind === each,
          })),
        ]}
      />
      {shown.length === 0 ? (
        <Empty title={m.catalogue_publications_none()}>{m.catalogue_publications_none_text()}</Empty>
      ) : (
        <div className="sections mt-5">
          {shown.map((each) => (
            <Batches key={each} kind={each} publications={of(each)} today={today} />
          ))}
        </div>
      )}
    </>
  );
}

function Batches({
  kind,
  publications,
  today,
}: {
  kind: PublicationKind;
  publications: readonly PublicationSummary[];
  today: string;
}) {
  const columns: Column<PublicationSummary>[] = [
    {
      key: 'organisation',
      head: m.catalogue_publication_batch(),
      cell: (row) => (
        <Link href={paths.publication(row.code)}>
          <Dated text={batchText(row)} />
        </Link>
      ),
    },
    { key: 'authority', head: m.catalogue_publication_authority(), cell: (row) => row.authority },
    ...(publications.some((row) => row.documentNumber)
      ? ([
          {
            key: 'document',
            head: m.catalogue_publication_number(),
            cell: (row) => row.documentNumber ?? '–',
          },
        ] satisfies Column<PublicationSummary>[])
      : []),
    { key: 'issued', head: m.catalogue_publication_issued(), cell: (row) => <DateText on={row.issuedOn} /> },
    ...(kind === 'catalogue'
      ? ([
          {
            key: 'valid',
            head: m.catalogue_publication_valid(),
            cell: (row) =>
              row.validUntilOn === null ? (
                '–'
              ) : (
                <span>
                  <DateText on={row.validUntilOn} />{' '}
                  {row.validUntilOn < today ? <Tag tone="warn">{m.catalogue_expired()}</Tag> : null}
                </span>
              ),
          },
        ] satisfies Column<PublicationSummary>[])
      : []),
    {
      key: 'items',
      head: m.catalogue_publication_items(),
      numeric: true,
      cell: (row) => formatNumber(row.items),
    },
  ];
  return (
    <Section
      id={kind}
      title={publicationKindLabel(kind)}
      sub={kind === 'catalogue' ? m.catalogue_catalogue_sub() : m.catalogue_list_sub()}
    >
      <Table
        columns={columns}
        rows={publications}
        rowKey={(row) => row.code}
        labelledBy={kind}
        variant="cards"
        unruled
        groupOf={(row, previous) =>
          previous?.year === row.year ? null : m.catalogue_year({ year: row.year })
        }
      />
    </Section>
  );
}

const batchText = ({ year, sequence }: { year: number; sequence: number }) =>
  m.site_batch({ year, batch: batchName(sequence), sequence });
