import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { InstantText, MonthText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { MatchedProducts } from '~/components/matched-products';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { findIntention } from '~/domain/intentions/intentions.server';
import { matchProducts } from '~/domain/matching/match-products.server';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { formatQuantity } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

const matchesShown = 6;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: m.common_title({ page: data.title }) }] : [];

export const loader = guard('public', async ({ params }) => {
  const found = await findIntention(params.code ?? '');
  if (!found) throw notFound();
  const { scenarioId, ...intention } = found;
  return {
    ...intention,
    titleWords: titleWords(found.title),
    matches: await matchProducts({ title: found.title, scenarioId }, matchesShown),
  };
});

export default function IntentionPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.site_intentions(), href: paths.intentions() }, { label: page.title }]}
      />
      <PageHead
        title={page.titleWords}
        before={<Tag tone="info">{termLabel(page.stage)}</Tag>}
        meta={
          <>
            <Link href={paths.organisation(page.organisationCode)}>
              <OrganisationName name={page.organisationName} />
            </Link>
            {page.organisationCategory ? <span>{termLabel(page.organisationCategory)}</span> : null}
            {page.district ? <span>{termLabel(page.district)}</span> : null}
            <span className="num">{m.site_code({ code: page.code })}</span>
          </>
        }
      />
      <div className="with-side act-first">
        <div className="sections">
          <Section title={m.site_matches()} sub={m.site_intention_matches_note()}>
            {page.matches.length > 0 ? (
              <MatchedProducts matches={page.matches} />
            ) : (
              <NoMatches title={page.title} />
            )}
          </Section>
        </div>
        <aside className="side" aria-label={m.site_intention_side()}>
          <IntentionPanel />
        </aside>
      </div>
    </>
  );
}

function NoMatches({ title }: { title: string }) {
  return (
    <p>
      {m.site_intention_no_matches()}{' '}
      <Link href={paths.search({ q: title })}>{m.site_intention_search()}</Link>
    </p>
  );
}

function IntentionPanel() {
  const page = useLoaderData<typeof loader>();
  const { quantity, unit } = page;
  return (
    <Panel act title={m.site_intention_side()} hideTitle>
      <p className="price">
        <Money fen={page.budget} />
      </p>
      <div className="mt-3">
        <Facts
          ruled
          facts={[
            {
              label: m.site_quantity(),
              value: quantity === null ? null : formatQuantity(quantity, unit),
            },
            {
              label: m.site_expected_month(),
              value: page.expectedMonth ? <MonthText month={page.expectedMonth} /> : m.site_not_said(),
            },
            { label: m.site_method(), value: page.method ? termLabel(page.method) : m.site_not_said() },
            {
              label: m.site_procurement_item(),
              value: page.procurementItemCode
                ? `${page.procurementItemName ?? ''} ${page.procurementItemCode}`.trim()
                : null,
            },
            {
              label: m.common_type_scenario(),
              value: page.scenarioCode ? (
                <Link href={paths.scenario(page.scenarioCode)}>{page.scenarioTitle}</Link>
              ) : null,
            },
            { label: m.site_published_at(), value: <InstantText at={page.publishedAt} dayOnly /> },
          ]}
        />
      </div>
      <div className="actions">
        {page.scenarioCode ? (
          <LinkButton wide tone="act" href={paths.scenario(page.scenarioCode)}>
            {m.site_intention_to_scenario()}
          </LinkButton>
        ) : (
          <LinkButton wide href={paths.search({ q: page.title })}>
            {m.site_intention_search()}
          </LinkButton>
        )}
      </div>
      <p className="small soft mt-3">{m.site_intention_hint()}</p>
    </Panel>
  );
}
