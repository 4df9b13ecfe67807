import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Figures } from '~/components/figures';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import { SortLinks } from '~/components/sort-links';
import { Table, type Column } from '~/components/table';
import { Tabs } from '~/components/tabs';
import type { OpenCount, TermCount } from '~/domain/search-terms/report.server';
import { searchTermsReport } from '~/domain/search-terms/report.server';
import { countedTypes, reportPeriods, type CountedType } from '~/domain/search-terms/search-term';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { wordOf } from './query.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.terms_title() }) }];

type Type = CountedType;

const tabText: Record<Type, () => string> = {
  product: m.terms_of_products,
  scenario: m.terms_of_scenarios,
  publication: m.terms_of_publications,
  organisation: m.terms_of_organisations,
};

/** Where one of each type is shown. */
const pageOf: Record<Type, (code: string) => string> = {
  product: paths.product,
  scenario: paths.scenario,
  publication: paths.publication,
  organisation: paths.organisation,
};

/** A need that nothing answers may become a scenario; a list or an organisation that nobody has found may not. */
const isNeed = (type: Type) => type === 'product' || type === 'scenario';

export const loader = guard('bureau', async ({ request }) => {
  const url = new URL(request.url);
  const type: Type = wordOf(url, 'type', countedTypes) ?? 'product';
  const days = reportPeriods.find((each) => String(each) === url.searchParams.get('days')) ?? 30;
  return { type, days, report: await searchTermsReport(type, days) };
});

export default function SearchTermsPage() {
  const { type, days, report } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.terms_title()} lede={m.terms_lede()} />
      <div className="mb-4">
        <Tabs
          label={m.terms_types()}
          tabs={countedTypes.map((each) => ({
            label: tabText[each](),
            href: paths.bureauSearchTerms({ type: each, days }),
            current: each === type,
          }))}
        />
      </div>
      <SortLinks
        label={m.terms_period()}
        links={reportPeriods.map((each) => ({
          label: m.terms_days({ days: each }),
          href: paths.bureauSearchTerms({ type, days: each }),
          current: each === days,
        }))}
      />
      <div className="mt-3 mb-6">
        <Figures
          figures={[
            { label: m.terms_figure_searches(), value: report.searches, unit: m.terms_unit() },
            { label: m.terms_figure_nothing(), value: report.foundNothing, unit: m.terms_unit() },
          ]}
        />
      </div>
      <div className="sections">
        <Section title={m.terms_unmet()} sub={isNeed(type) ? m.terms_unmet_sub() : undefined}>
          <Terms type={type} rows={report.unmet} unmet empty={m.terms_unmet_empty()} />
        </Section>
        <Section title={m.terms_asked()}>
          <Terms type={type} rows={report.asked} empty={m.terms_asked_empty()} />
        </Section>
        <Section title={m.terms_opened()} sub={m.terms_opened_sub()}>
          <Opened type={type} rows={report.opened} />
        </Section>
      </div>
    </>
  );
}

interface TermsProps {
  type: Type;
  rows: readonly TermCount[];
  empty: string;
  /** They found nothing: what the authority can do about it comes last. */
  unmet?: boolean;
}

function Terms({ type, rows, empty, unmet = false }: TermsProps) {
  if (rows.length === 0) return <p className="soft">{empty}</p>;
  const count = (key: 'searches' | 'foundNothing' | 'opened', head: string): Column<TermCount> => ({
    key,
    head,
    numeric: true,
    cell: (row) => formatNumber(row[key]),
  });
  const next: Column<TermCount> = {
    key: 'next',
    head: m.terms_col_next(),
    cell: ({ term }) =>
      unmet && isNeed(type) ? (
        <span className="cluster">
          <Link href={paths.bureauScenarioNew({ title: term })} aria-label={m.terms_draft_of({ term })}>
            {m.terms_draft()}
          </Link>
          <Link href={paths.bureauVocabularyNew({ terms: term })} aria-label={m.vocabulary_add_of({ term })}>
            {m.vocabulary_add()}
          </Link>
        </span>
      ) : (
        <Link
          href={paths.search({ q: term, type: type === 'product' ? undefined : type })}
          aria-label={m.terms_try_of({ term })}
        >
          {m.terms_try()}
        </Link>
      ),
  };
  return (
    <Table
      variant="cards"
      unruled
      label={unmet ? m.terms_unmet() : m.terms_asked()}
      rows={rows}
      rowKey={({ term }) => term}
      columns={[
        { key: 'term', head: m.terms_col_term(), rowHeader: true, cell: ({ term }) => term },
        count('searches', m.terms_col_searches()),
        count('foundNothing', m.terms_col_nothing()),
        ...(unmet ? [] : [count('opened', m.terms_col_opened())]),
        next,
      ]}
    />
  );
}

function Opened({ type, rows }: { type: Type; rows: readonly OpenCount[] }) {
  if (rows.length === 0) return <p className="soft">{m.terms_opened_empty()}</p>;
  return (
    <Table
      variant="cards"
      unruled
      label={m.terms_opened()}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'item',
          head: m.terms_col_item(),
          rowHeader: true,
          cell: ({ code, title }) => <Link href={pageOf[type](code)}>{title}</Link>,
        },
        {
          key: 'opened',
          head: m.terms_col_opened(),
          numeric: true,
          cell: ({ opened }) => formatNumber(opened),
        },
      ]}
    />
  );
}
