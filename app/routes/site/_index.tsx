import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DateRow } from '~/components/date-row';
import { DateText, InstantText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Figures } from '~/components/figures';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Words } from '~/components/page-head';
import { Row, Rows } from '~/components/rows';
import { SearchBox } from '~/components/search-box';
import { Mark, Seal } from '~/components/seal';
import { Section } from '~/components/section';
import { todayOn } from '~/domain/calendar';
import {
  countHomeFigures,
  findNewestCatalogue,
  findNewestScenarioList,
  listClosingSoon,
  listRecentFirsts,
} from '~/domain/home/home.server';
import { listComingIntentions } from '~/domain/intentions/intentions.server';
import { batchName } from '~/domain/publications/publication';
import { termLabel } from '~/domain/terms';
import { formatMoney, formatMonth, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

const shown = { closing: 7, firsts: 5, column: 4 };
const demonstrationsPlanned = 50;
const examples = ['无人机', '输电线路巡检', '氢能重卡', '硅光晶圆测试', '老人移位护理', '政务大模型'];

export const meta: MetaFunction = () => [
  { title: m.common_site_name() },
  { name: 'description', content: m.site_home_description() },
];

export const loader = guard('public', async ({ viewer }) => {
  const today = todayOn();
  const [figures, closing, firsts, list, catalogue, intentions] = await Promise.all([
    countHomeFigures(today),
    listClosingSoon(shown.closing, today),
    listRecentFirsts(shown.firsts),
    findNewestScenarioList(shown.column),
    findNewestCatalogue(shown.column, today),
    listComingIntentions(shown.column, today),
  ]);
  // The others would meet a closed door.
  const mayListProducts = !viewer || viewer.organisationKind === 'enterprise';
  return {
    mayListProducts,
    figures,
    closing,
    firsts,
    list,
    catalogue,
    intentions,
    todayOn: today,
    at: new Date(),
  };
});

export default function HomePage() {
  return (
    <div className="sections">
      <Hero />
      <div className="with-side">
        <ClosingSoon />
        <RecentFirsts />
      </div>
      <div className="cols-3">
        <NewestList />
        <NewestCatalogue />
        <Intentions />
      </div>
      <TrueNumbers />
    </div>
  );
}

function Hero() {
  const { mayListProducts } = useLoaderData<typeof loader>();
  return (
    <section className="with-side hero" aria-labelledby="home-title">
      <div>
        <h1 id="home-title" className="keep">
          <Words
            title={[
              m.site_home_title_products(),
              m.site_home_title_scenarios(),
              m.site_home_title_intentions(),
            ]}
          />
        </h1>
        <SearchBox big />
        <p className="examples">
          <span className="soft">{m.site_examples()}</span>
          {examples.map((example) => (
            <Link key={example} href={paths.search({ q: example })}>
              {example}
            </Link>
          ))}
        </p>
      </div>
      <Facts
        ruled
        facts={[
          {
            label: m.site_for_buyers(),
            value: <Link href={paths.products()}>{m.site_for_buyers_text()}</Link>,
          },
          ...(mayListProducts
            ? [
                {
                  label: m.site_for_enterprises(),
                  value: <Link href={paths.accountProductNew()}>{m.site_for_enterprises_text()}</Link>,
                },
              ]
            : []),
          {
            label: m.site_for_unclear(),
            value: <Link href={paths.about()}>{m.site_for_unclear_text()}</Link>,
          },
        ]}
      />
    </section>
  );
}

function ClosingSoon() {
  const { closing, figures, todayOn: today } = useLoaderData<typeof loader>();
  return (
    <Section
      title={m.site_closing_soon()}
      sub={
        figures.closingSoon > 0
          ? m.site_closing_count({ count: formatNumber(figures.closingSoon) })
          : undefined
      }
      more={{
        href: paths.scenarios({ status: 'open' }),
        label: m.site_all_open({ count: formatNumber(figures.openScenarios) }),
      }}
    >
      {closing.length > 0 ? (
        <Rows rule="line">
          {closing.map((row) => (
            <DateRow
              key={row.code}
              url={paths.scenario(row.code)}
              title={row.title}
              deadlineOn={row.deadlineOn}
              todayOn={today}
              organisation={row.organisationName}
              field={termLabel(row.category)}
              mode={row.cooperationMode ? termLabel(row.cooperationMode) : null}
              budgetFen={row.budget}
            />
          ))}
        </Rows>
      ) : (
        <p className="soft">{m.site_closing_none()}</p>
      )}
    </Section>
  );
}

function RecentFirsts() {
  const { firsts } = useLoaderData<typeof loader>();
  return (
    <Section title={m.site_recent_firsts()}>
      {firsts.length > 0 ? (
        <Rows rule="line" tight>
          {firsts.map((first) => (
            <Row
              key={`${first.kind}-${first.productCode}`}
              seal={<Mark kind={first.kind} size="m" />}
              title={<Link href={paths.product(first.productCode)}>{first.productName}</Link>}
            >
              <p className="meta">
                <span>
                  <OrganisationName name={first.organisationName} />
                </span>
              </p>
              <p className="meta">
                <span>{first.kind === 'purchase' ? m.site_first_purchase() : m.site_first_use()}</span>
                <span>
                  <DateText on={first.on} />
                </span>
                {first.amount === null ? null : <span>{formatMoney(first.amount)}</span>}
              </p>
            </Row>
          ))}
        </Rows>
      ) : (
        <>
          <p>{m.site_firsts_none()}</p>
          <p className="small soft mt-2">
            {m.site_firsts_none_text()} <Link href={paths.about()}>{m.site_definition()}</Link>
          </p>
        </>
      )}
    </Section>
  );
}

function ListDate({ list }: { list: { year: number; sequence: number; issuedOn: string } }) {
  return (
    <>
      {m.site_batch({ year: list.year, batch: batchName(list.sequence), sequence: list.sequence })}
      {'\u2003'}
      <DateText on={list.issuedOn} />
    </>
  );
}

function NewestList() {
  const { list, rows } = useLoaderData<typeof loader>().list;
  return (
    <Section
      title={m.domain_publication_scenario_list()}
      stacked
      sub={list ? <ListDate list={list} /> : m.site_newest_scenarios()}
    >
      <Rows rule="line" tight>
        {rows.map((row) => (
          <Row key={row.code} title={<Link href={paths.scenario(row.code)}>{row.title}</Link>}>
            <p className="meta">
              <span>
                <OrganisationName name={row.organisationName} />
              </span>
            </p>
            <p className="meta">
              <span>{termLabel(row.category)}</span>
              <span>{row.budget === null ? m.common_budget_unset() : formatMoney(row.budget)}</span>
            </p>
          </Row>
        ))}
      </Rows>
      <p className="small mt-3">
        <Link href={list ? paths.publication(list.code) : paths.scenarios()}>
          {list ? m.site_whole_list() : m.site_all_scenarios()}
        </Link>
      </p>
    </Section>
  );
}

function NewestCatalogue() {
  const { catalogue } = useLoaderData<typeof loader>();
  if (!catalogue) {
    return (
      <Section title={m.domain_publication_catalogue()}>
        <p className="soft">{m.site_no_catalogue()}</p>
        <p className="small mt-3">
          <Link href={paths.products()}>{m.site_all_products()}</Link>
        </p>
      </Section>
    );
  }
  return (
    <Section title={m.domain_publication_catalogue()} stacked sub={<ListDate list={catalogue.list} />}>
      <Rows rule="line" tight>
        {catalogue.rows.map((row) => (
          <Row
            key={row.code}
            seal={<Seal kind={row.kind} inForce={row.inForce} />}
            title={<Link href={paths.product(row.code)}>{row.name}</Link>}
          >
            <p className="meta">
              <span>
                <OrganisationName name={row.organisationName} />
              </span>
            </p>
          </Row>
        ))}
      </Rows>
      <p className="small mt-3">
        <Link href={paths.publication(catalogue.list.code)}>{m.site_whole_catalogue()}</Link>
      </p>
    </Section>
  );
}

function Intentions() {
  const { intentions, todayOn: today } = useLoaderData<typeof loader>();
  return (
    <Section title={m.site_intentions()} stacked sub={formatMonth(today)}>
      {intentions.length > 0 ? (
        <Rows rule="line" tight>
          {intentions.map((row) => (
            <Row key={row.code} title={<Link href={paths.intention(row.code)}>{row.title}</Link>}>
              <p className="meta">
                <span>
                  <OrganisationName name={row.organisationName} />
                </span>
              </p>
              <p className="meta">
                {row.method ? <span>{termLabel(row.method)}</span> : null}
                <span>{row.budget === null ? m.common_budget_unset() : formatMoney(row.budget)}</span>
                {row.expectedMonth ? (
                  <span>{m.common_expected_in({ month: formatMonth(row.expectedMonth) })}</span>
                ) : null}
              </p>
            </Row>
          ))}
        </Rows>
      ) : (
        <p className="soft">{m.site_no_intentions()}</p>
      )}
      <p className="small mt-3">
        <Link href={paths.intentions()}>{m.site_all_intentions()}</Link>
      </p>
    </Section>
  );
}

function TrueNumbers() {
  const { figures, at } = useLoaderData<typeof loader>();
  return (
    <section aria-labelledby="home-figures">
      <h2 className="vh" id="home-figures">
        {m.site_figures()}
      </h2>
      <Figures
        figures={[
          { label: m.site_figure_open(), value: figures.openScenarios, unit: m.site_unit_items() },
          {
            label: m.site_figure_recognised(),
            value: figures.recognitionsInForce,
            unit: m.site_unit_items(),
          },
          { label: m.site_figure_bought(), value: figures.productsBought, unit: m.site_unit_items() },
          {
            label: m.site_figure_demonstrations({ planned: demonstrationsPlanned }),
            value: figures.demonstrationsAccepted,
            unit: m.site_unit_items(),
          },
        ]}
      />
      <p className="small soft mt-2">
        {m.site_as_of()} <InstantText at={at} />
        {m.site_figures_note()} <Link href={paths.about()}>{m.site_definition()}</Link>
      </p>
    </section>
  );
}
