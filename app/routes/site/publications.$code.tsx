import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Fragment, useId, type ReactNode } from 'react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { DateText } from '~/components/date-text';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Money } from '~/components/price';
import { PrintButton } from '~/components/print-button';
import { Seal, Stamp } from '~/components/seal';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { productKindLabel, type ProductKind } from '~/domain/products/product';
import { batchName, publicationKindLabel } from '~/domain/publications/publication';
import {
  findPublicPublication,
  listPublications,
  type ProductLine,
  type PublicPublication,
  type ScenarioLine,
} from '~/domain/publications/publications.server';
import { deadlineText } from '~/domain/scenarios/deadline';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { formatNumber } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const loader = guard('public', async ({ params }) => {
  const today = todayOn();
  const publication = await findPublicPublication(params.code ?? '', today);
  if (!publication) throw notFound();
  const others = (await listPublications()).filter(
    (one) => one.kind === publication.kind && one.code !== publication.code,
  );
  return {
    today,
    publication,
    others: others.map(({ code, year, sequence, items, validUntilOn }) => ({
      code,
      year,
      sequence,
      items,
      expired: validUntilOn !== null && validUntilOn < today,
    })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.publication.title}｜${m.common_site_name()}` : m.common_site_name() },
];

export default function PublicationPage() {
  const { today, publication, others } = useLoaderData<typeof loader>();
  const isCatalogue = publication.kind === 'catalogue';
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.common_nav_publications(), href: paths.publications() },
          {
            label: publicationKindLabel(publication.kind),
            href: paths.publications({ kind: publication.kind }),
          },
          { label: batchText(publication) },
        ]}
      />
      <header className="sheet-head">
        <h1>
          <SheetTitle title={publication.title} />
        </h1>
        <p className="meta">
          <span>{publication.authority}</span>
          {publication.documentNumber ? <span>{publication.documentNumber}</span> : null}
          <span>
            <DateText on={publication.issuedOn} /> {m.catalogue_issued()}
          </span>
          {publication.validUntilOn ? (
            <span>
              {m.catalogue_sheet_valid()} <DateText on={publication.validUntilOn} />
            </span>
          ) : null}
        </p>
      </header>
      <div className="publication-bar no-print">
        <p className="prose">{isCatalogue ? catalogueSentence(publication) : listSentence(publication)}</p>
        <div className="actions">
          <PrintButton>{m.catalogue_print()}</PrintButton>
          <LinkButton small href={`${paths.publication(publication.code)}.csv`} download>
            {m.catalogue_download_csv()}
          </LinkButton>
        </div>
      </div>
      {isCatalogue ? (
        <Catalogue lines={publication.products} />
      ) : (
        <ScenarioList lines={publication.scenarios} />
      )}
      <p className="only-print sheet-foot">
        <span>
          {m.common_site_name()}
          {'\u3000'}
          {m.catalogue_code({ code: publication.code })}
        </span>
        <span>
          <DateText on={today} /> {m.catalogue_printed()}
        </span>
      </p>
      {others.length > 0 ? (
        <div className="no-print mt-7">
          <Section title={m.catalogue_other_batches()}>
            <p className="cluster small">
              {others.map((one) => (
                <Link key={one.code} className="solo" href={paths.publication(one.code)}>
                  {m.catalogue_other_batch({ batch: batchText(one), count: formatNumber(one.items) })}
                  {one.expired ? m.catalogue_other_expired() : ''}
                </Link>
              ))}
            </p>
          </Section>
        </div>
      ) : null}
    </>
  );
}

const batchText = ({ year, sequence }: { year: number; sequence: number }) =>
  getLocale() === 'en' ? m.catalogue_batch({ year, sequence }) : `${year}年${batchName(sequence)}`;

/** The batch in brackets at the end of a title stays on one line. */
function SheetTitle({ title }: { title: string }) {
  const [, words = title, batch = ''] = /^(.*?)(（[^（）]*）)?$/su.exec(title) ?? [];
  return (
    <>
      {words}
      {batch ? <span className="nowrap">{batch}</span> : null}
    </>
  );
}

const kinds: readonly ProductKind[] = ['first-unit', 'first-batch', 'first-version'];

function catalogueSentence({ products }: PublicPublication): string {
  const parts = kinds.flatMap((kind) => {
    const count = products.filter((line) => line.kind === kind).length;
    return count > 0
      ? m.catalogue_kind_items({ kind: productKindLabel(kind), count: formatNumber(count) })
      : [];
  });
  const marked = products.filter((line) => line.firsts.length > 0).length;
  const counts = m.catalogue_sentence({
    count: formatNumber(products.length),
    parts: parts.join(m.catalogue_comma()),
  });
  return marked > 0 ? counts + m.catalogue_sentence_marked({ count: formatNumber(marked) }) : counts;
}

function listSentence({ scenarios }: PublicPublication): string {
  const open = scenarios.filter((line) => line.status === 'open').length;
  return m.catalogue_list_sentence({ count: formatNumber(scenarios.length), open: formatNumber(open) });
}

interface SheetColumn<T> {
  key: string;
  head: string;
  cell: (line: T) => ReactNode;
  numeric?: boolean;
  nowrap?: boolean;
  small?: boolean;
  /** Not part of the official sheet. */
  screenOnly?: boolean;
}

/** The official table: three lines, groups, and the columns that are printed. */
function Sheet<T extends { code: string }>(props: {
  label: string;
  columns: readonly SheetColumn<T>[];
  lines: readonly T[];
  groupOf?: (line: T) => { key: string; head: ReactNode };
}) {
  const { label, columns, lines, groupOf } = props;
  const hint = useId();
  const classOf = (column: SheetColumn<T>) =>
    [
      column.numeric ? 'n' : '',
      column.nowrap ? 'nowrap' : '',
      column.small ? 'small' : '',
      column.screenOnly ? 'no-print' : '',
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <>
      {/* A region that scrolls has to be reachable by keyboard. */}
      <div
        className="table dense sheet"
        tabIndex={0}
        role="region"
        aria-label={label}
        aria-describedby={hint}
      >
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.key} scope="col" className={classOf(column)}>
                  {column.head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => {
              const group = groupOf?.(line);
              const before = lines[index - 1];
              const begins =
                group !== undefined && (before === undefined || groupOf?.(before).key !== group.key);
              return (
                <Fragment key={line.code}>
                  {begins ? (
                    <tr className="group">
                      <th scope="colgroup" colSpan={columns.length}>
                        {group.head}
                      </th>
                    </tr>
                  ) : null}
                  <tr>
                    {columns.map((column) => (
                      <td key={column.key} className={classOf(column)}>
                        {column.cell(line)}
                      </td>
                    ))}
                  </tr>
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="scroll-hint" id={hint}>
        {m.common_table_scroll()}
      </p>
    </>
  );
}

function Catalogue({ lines }: { lines: readonly ProductLine[] }) {
  const columns: SheetColumn<ProductLine>[] = [
    { key: 'number', head: m.catalogue_col_number(), cell: (line) => line.number, numeric: true },
    {
      key: 'name',
      head: m.catalogue_col_product(),
      cell: (line) => (
        <>
          {line.isPublic ? <Link href={paths.product(line.code)}>{line.name}</Link> : line.name}
          {line.state === 'revoked' ? <Tag tone="danger">{m.catalogue_revoked()}</Tag> : null}
          {line.state === 'suspended' ? <Tag tone="warn">{m.catalogue_suspended()}</Tag> : null}
        </>
      ),
    },
    {
      key: 'organisation',
      head: m.catalogue_col_maker(),
      cell: (line) => <OrganisationName name={line.organisationName} />,
    },
    {
      key: 'district',
      head: m.catalogue_col_district(),
      cell: (line) => (line.district ? termLabel(line.district) : '–'),
      nowrap: true,
    },
    {
      key: 'industry',
      head: m.catalogue_col_industry(),
      cell: (line) => termLabel(line.industry),
      nowrap: true,
    },
    {
      key: 'specs',
      head: m.catalogue_col_specs(),
      cell: (line) => line.specs || '–',
      small: true,
    },
    {
      key: 'firsts',
      head: m.catalogue_col_firsts(),
      nowrap: true,
      screenOnly: true,
      cell: (line) =>
        line.firsts.length === 0 ? (
          <span className="soft">{m.catalogue_none()}</span>
        ) : (
          <span className="cluster tight">
            {line.firsts.map((first) => (
              <Stamp key={first.kind} kind={first.kind} scope={first.scope} />
            ))}
          </span>
        ),
    },
  ];
  const groupOf = (line: ProductLine) => {
    const own = lines.filter((each) => each.kind === line.kind);
    const text = m.catalogue_kind_group({
      kind: productKindLabel(line.kind),
      count: formatNumber(own.length),
    });
    return {
      key: line.kind,
      head: (
        <span className="stamp">
          <Seal kind={line.kind} inForce={own.some((each) => each.inForce)} size="s" />
          {text}
        </span>
      ),
    };
  };
  return <Sheet label={m.catalogue_sheet_catalogue()} columns={columns} lines={lines} groupOf={groupOf} />;
}

function ScenarioList({ lines }: { lines: readonly ScenarioLine[] }) {
  if (lines.length === 0) return <p className="soft">{m.catalogue_list_empty()}</p>;
  const columns: SheetColumn<ScenarioLine>[] = [
    { key: 'number', head: m.catalogue_col_number(), cell: (line) => line.number, numeric: true },
    {
      key: 'title',
      head: m.catalogue_col_scenario(),
      cell: (line) =>
        line.isPublic ? <Link href={paths.scenario(line.code)}>{line.title}</Link> : line.title,
    },
    {
      key: 'organisation',
      head: m.catalogue_col_owner(),
      cell: (line) => <OrganisationName name={line.organisationName} />,
    },
    {
      key: 'district',
      head: m.catalogue_col_district(),
      cell: (line) => (line.district ? termLabel(line.district) : '–'),
      nowrap: true,
    },
    {
      key: 'category',
      head: m.catalogue_col_category(),
      cell: (line) => termLabel(line.category),
      nowrap: true,
    },
    {
      key: 'budget',
      head: m.catalogue_col_budget(),
      cell: (line) => <Money fen={line.budget} />,
      numeric: true,
      nowrap: true,
    },
    {
      key: 'deadline',
      head: m.catalogue_col_deadline(),
      nowrap: true,
      cell: (line) =>
        line.deadlineOn ? (
          <time dateTime={line.deadlineOn}>{deadlineText(line.deadlineOn, line.deadlineGranularity)}</time>
        ) : (
          m.catalogue_open_ended()
        ),
    },
    {
      key: 'status',
      head: m.catalogue_col_status(),
      cell: (line) => scenarioStatusLabel(line.status),
      nowrap: true,
      screenOnly: true,
    },
  ];
  return <Sheet label={m.catalogue_sheet_list()} columns={columns} lines={lines} />;
}
