import { useLoaderData } from '@remix-run/react';
import { DateRow } from '~/components/date-row';
import { DateText } from '~/components/date-text';
import { Link } from '~/components/link';
import { OrganisationName } from '~/components/organisation-name';
import { Row, Rows } from '~/components/rows';
import { Mark } from '~/components/seal';
import { Section } from '~/components/section';
import { termLabel } from '~/domain/terms';
import { formatMoney, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { loader } from './route';

/** The scenarios whose deadline comes first. */
export function ClosingSoon() {
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
              deadlineGranularity={row.deadlineGranularity}
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

/** The latest first purchases and first uses. */
export function RecentFirsts() {
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
