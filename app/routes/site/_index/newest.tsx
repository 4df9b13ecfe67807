import { useLoaderData } from '@remix-run/react';
import { Dated, DateText, MonthText } from '~/components/date-text';
import { Filled, SLOT } from '~/components/filled';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Row, Rows } from '~/components/rows';
import { Seal } from '~/components/seal';
import { Section } from '~/components/section';
import { batchName } from '~/domain/publications/publication';
import { termLabel } from '~/domain/terms';
import { formatMoney, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { loader } from './route';

function ListDate({ list }: { list: { year: number; sequence: number; issuedOn: string } }) {
  return (
    <>
      <Dated
        text={m.site_batch({ year: list.year, batch: batchName(list.sequence), sequence: list.sequence })}
      />
      {'\u2003'}
      <DateText on={list.issuedOn} />
    </>
  );
}

/** The first rows of the newest scenario list. */
export function NewestList() {
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

/** The first rows of the newest catalogue. */
export function NewestCatalogue() {
  const { catalogue, figures } = useLoaderData<typeof loader>();
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
        <Link href={paths.publication(catalogue.list.code)}>
          {m.site_whole_catalogue({ count: formatNumber(figures.catalogueLines) })}
        </Link>
      </p>
    </Section>
  );
}

/** What buyers plan to procure next. */
export function Intentions() {
  const { intentions, figures, todayOn: today } = useLoaderData<typeof loader>();
  return (
    <Section title={m.site_intentions()} stacked sub={<MonthText month={today} />}>
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
                  <span>
                    <Filled text={m.common_expected_in({ month: SLOT })}>
                      <MonthText month={row.expectedMonth} />
                    </Filled>
                  </span>
                ) : null}
              </p>
            </Row>
          ))}
        </Rows>
      ) : (
        <p className="soft">{m.site_no_intentions()}</p>
      )}
      <p className="small mt-3">
        <Link href={paths.intentions()}>
          {figures.intentions > 0
            ? m.site_all_counted_intentions({ count: formatNumber(figures.intentions) })
            : m.site_all_intentions()}
        </Link>
      </p>
    </Section>
  );
}
