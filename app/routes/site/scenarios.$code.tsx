import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs, type Crumb } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { Dock } from '~/components/dock';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { MatchedProducts } from '~/components/matched-products';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import { Requirements } from '~/components/requirements';
import { Section } from '~/components/section';
import { Tag, type TagTone } from '~/components/tag';
import { DateText } from '~/components/date-text';
import { Paragraphs } from '~/components/timeline';
import { matchProducts } from '~/domain/matching/match-products.server';
import { todayOn } from '~/domain/calendar';
import { batchName } from '~/domain/publications/publication';
import { deadlineText } from '~/domain/scenarios/deadline';
import { scenarioStatusLabel, type ScenarioStatus } from '~/domain/scenarios/scenario';
import {
  countScenarioResponses,
  findPublicScenario,
  type PublicScenario,
} from '~/domain/scenarios/scenarios.server';
import { termLabel } from '~/domain/terms';
import { titleWords } from '~/domain/title-words';
import { dayOf, formatDate, formatDaysLeft, formatMoney, formatNumber, maskPhone } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard, type Viewer } from '~/session/guard.server';

const matchesShown = 6;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: `${data.title}｜${m.common_site_name()}` },
        { name: 'description', content: data.background.slice(0, 120) },
      ]
    : [];

export const loader = guard('public', async ({ params, viewer }) => {
  const today = todayOn();
  const found = await findPublicScenario(params.code ?? '', today);
  if (!found) throw notFound();
  const { id, ownerId, contactName, contactPhone, publishedAt, ...scenario } = found;
  const withdrawn = found.state === 'withdrawn' || found.state === 'cancelled';
  const given = await countScenarioResponses(id, viewer?.organisationId);
  const need = {
    title: found.title,
    scenarioId: id,
    category: found.category,
    requirements: found.requirements,
  };
  return {
    ...scenario,
    titleWords: titleWords(found.title),
    publishedOn: found.publication?.issuedOn ?? (publishedAt ? dayOf(publishedAt) : null),
    todayOn: today,
    withdrawn,
    // The full number and the name leave the server only for people who have signed in.
    contact: contactPhone
      ? { phone: viewer ? contactPhone : maskPhone(contactPhone), masked: !viewer }
      : null,
    contactName: viewer ? contactName : null,
    responses: given.enterprises,
    answered: given.own,
    act: actOf(found, ownerId, viewer),
    signedIn: Boolean(viewer),
    matches: withdrawn ? [] : await matchProducts(need, matchesShown),
  };
});

type ActName = 'sign-in' | 'respond' | 'read-responses' | 'manage' | 'closed' | 'buyer';

/** What this person may do about it now. */
function actOf({ status }: PublicScenario, ownerId: string, viewer: Viewer | undefined): ActName {
  if (viewer?.organisationKind === 'bureau') return 'manage';
  if (viewer?.organisationId === ownerId) return 'read-responses';
  if (status !== 'open') return 'closed';
  if (!viewer) return 'sign-in';
  return viewer.organisationKind === 'enterprise' ? 'respond' : 'buyer';
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const statusTones: Partial<Record<ScenarioStatus, TagTone>> = {
  open: 'ok',
  matched: 'info',
  implementing: 'info',
  accepted: 'info',
  demonstrated: 'info',
  withdrawn: 'warn',
  cancelled: 'warn',
};

export default function ScenarioPage() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <Breadcrumbs items={crumbsOf(page)} />
      <div className="with-side">
        <div className="sections">
          <Head page={page} />
          {page.withdrawn ? (
            <Notice tone="warn" title={m.site_scenario_withdrawn()}>
              {page.stateReason ?? m.site_scenario_withdrawn_no_reason()}
            </Notice>
          ) : null}
          <Need page={page} />
          {page.matches.length > 0 ? (
            <Section title={m.site_matches()} sub={m.site_matches_note()}>
              <MatchedProducts matches={page.matches} />
            </Section>
          ) : null}
        </div>
        <aside className="side" aria-label={m.site_scenario_side()}>
          <ActPanel page={page} />
          <Schedule page={page} />
        </aside>
      </div>
      <Dock figure={<Money fen={page.budget} />} note={deadlineWords(page)}>
        <Act page={page} />
      </Dock>
    </>
  );
}

const publicationName = (publication: NonNullable<Page['publication']>) =>
  m.site_batch({
    year: publication.year,
    batch: batchName(publication.sequence),
    sequence: publication.sequence,
  });

function crumbsOf(page: Page): Crumb[] {
  const { publication } = page;
  return [
    { label: m.site_scenarios(), href: paths.scenarios() },
    ...(publication
      ? [{ label: publicationName(publication), href: paths.publication(publication.code) }]
      : []),
    { label: page.title },
  ];
}

function Head({ page }: { page: Page }) {
  const { publication } = page;
  return (
    <PageHead
      title={page.titleWords}
      before={
        <>
          <Tag tone={statusTones[page.status]}>{scenarioStatusLabel(page.status)}</Tag>
          <span>{termLabel(page.category)}</span>
          {page.scale ? <span>{termLabel(page.scale)}</span> : null}
          {page.isMajorDemonstration ? <span>{m.site_major_demonstration()}</span> : null}
        </>
      }
      meta={
        <>
          <Link href={paths.organisation(page.organisationCode)}>
            <OrganisationName name={page.organisationName} />
          </Link>
          {page.district ? <span>{termLabel(page.district)}</span> : null}
          <span className="num">{m.site_code({ code: page.code })}</span>
          {publication && page.rowNumber ? (
            <span>{m.site_batch_row({ batch: publicationName(publication), row: page.rowNumber })}</span>
          ) : null}
        </>
      }
    />
  );
}

function Need({ page }: { page: Page }) {
  return (
    <>
      <Section title={m.site_need()}>
        <div className="prose">
          <Paragraphs body={page.background} />
          {page.outcome ? <Paragraphs body={page.outcome} /> : null}
        </div>
      </Section>
      {page.requirements.length > 0 ? (
        <Section title={m.site_requirements()}>
          <Requirements items={page.requirements} />
        </Section>
      ) : null}
      <Section title={m.site_resources()}>
        {page.resources.length > 0 ? (
          <Facts facts={page.resources.map(({ kind, text }) => ({ label: termLabel(kind), value: text }))} />
        ) : (
          <p className="soft">{m.site_resources_none()}</p>
        )}
      </Section>
      {page.expectedEffect ? (
        <Section title={m.site_expected_effect()}>
          <div className="prose">
            <Paragraphs body={page.expectedEffect} />
          </div>
        </Section>
      ) : null}
    </>
  );
}

/** 还有 22 天, 已截止, 长期有效. */
function deadlineWords(page: Page): string {
  if (page.status !== 'open') return scenarioStatusLabel(page.status);
  return page.deadlineOn ? formatDaysLeft(page.deadlineOn, page.todayOn) : m.site_no_deadline();
}

function ActPanel({ page }: { page: Page }) {
  return (
    <Panel act title={m.site_respond()} hideTitle>
      <p className="price">{deadlineWords(page)}</p>
      {page.deadlineOn ? (
        <p className="small soft">
          {m.site_deadline_before()}
          <time dateTime={page.deadlineOn}>{deadlineText(page.deadlineOn, page.deadlineGranularity)}</time>
          {m.site_deadline_after()}
        </p>
      ) : null}
      <div className="mt-3">
        <Facts
          ruled
          facts={[
            {
              label: m.site_budget(),
              value: (
                <span className="strong num">
                  {page.budget === null ? m.common_budget_unset() : formatMoney(page.budget)}
                </span>
              ),
            },
            { label: m.site_funding(), value: page.fundingSource },
            { label: m.site_mode(), value: page.cooperationMode ? termLabel(page.cooperationMode) : null },
            { label: m.site_period(), value: page.period },
            { label: m.site_place(), value: page.site ?? page.zone },
            { label: m.site_supervisor(), value: page.supervisingDepartment },
            { label: m.site_contact_department(), value: contactOf(page) },
            {
              label: m.site_responses(),
              value: m.site_responses_count({ count: formatNumber(page.responses) }),
            },
          ]}
        />
      </div>
      <div className="actions">
        <Act page={page} wide />
      </div>
      <ActHint page={page} />
    </Panel>
  );
}

function contactOf(page: Page) {
  if (!page.contactDepartment && !page.contact) return null;
  return (
    <>
      {page.contactDepartment}
      {page.contactName ? <> {page.contactName}</> : null}
      {page.contact ? (
        <>
          {page.contactDepartment ? <br /> : null}
          <span className="small soft num">
            {page.contact.masked
              ? m.site_phone_masked({ phone: page.contact.phone })
              : m.site_phone({ phone: page.contact.phone })}
          </span>
        </>
      ) : null}
    </>
  );
}

/** The one act of the page. */
function Act({ page, wide = false }: { page: Page; wide?: boolean }) {
  switch (page.act) {
    case 'sign-in':
      return (
        <LinkButton tone="commit" wide={wide} href={paths.signIn(paths.accountRespond(page.code))}>
          {m.site_i_can()}
        </LinkButton>
      );
    case 'respond':
      return (
        <LinkButton tone="commit" wide={wide} href={paths.accountRespond(page.code)}>
          {page.answered ? m.site_i_can_again() : m.site_i_can()}
        </LinkButton>
      );
    case 'read-responses':
      return (
        <LinkButton tone="act" wide={wide} href={paths.accountScenarioResponses(page.code)}>
          {m.site_read_responses()}
        </LinkButton>
      );
    case 'manage':
      return (
        <LinkButton tone="act" wide={wide} href={paths.bureauScenario(page.code)}>
          {m.site_manage()}
        </LinkButton>
      );
    default:
      return (
        <LinkButton wide={wide} href={paths.scenarios({ category: page.category, status: 'open' })}>
          {m.site_similar_open()}
        </LinkButton>
      );
  }
}

function ActHint({ page }: { page: Page }) {
  const texts = {
    'sign-in': m.site_hint_sign_in,
    respond: page.answered ? m.site_hint_answered : m.site_hint_respond,
    'read-responses': m.site_hint_read_responses,
    manage: m.site_hint_manage,
    closed: m.site_hint_closed,
    buyer: m.site_hint_buyer,
  };
  return (
    <p className="small soft mt-3">
      {texts[page.act]()}
      {page.act === 'respond' && page.answered ? (
        <>
          {' '}
          <Link href={paths.accountResponses()}>{m.site_own_responses()}</Link>
        </>
      ) : null}
    </p>
  );
}

function Schedule({ page }: { page: Page }) {
  const days: { on: string; text: string; label?: string; key?: boolean }[] = [];
  if (page.publishedOn) days.push({ on: page.publishedOn, text: m.site_day_published() });
  if (page.openOn && page.openOn !== page.publishedOn)
    days.push({ on: page.openOn, text: m.site_day_open() });
  if (page.deadlineOn) {
    const text = page.deadlineOn < page.todayOn ? m.site_day_deadline_past() : m.site_day_deadline();
    const label =
      page.deadlineGranularity === 'day'
        ? undefined
        : deadlineText(page.deadlineOn, page.deadlineGranularity);
    days.push({ on: page.deadlineOn, text, label, key: true });
  }
  if (days.length === 0) return null;
  days.sort((a, b) => a.on.localeCompare(b.on));
  return (
    <Panel title={m.site_schedule()}>
      <ol className="line-of-time brief">
        {days.map(({ on, text, label, key }) => (
          <li key={text} className={key ? 'key' : on <= page.todayOn ? 'msg' : undefined}>
            {key ? (
              <b>
                <DayLine on={on} label={label} text={text} />
              </b>
            ) : (
              <DayLine on={on} label={label} text={text} />
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function DayLine({ on, label, text }: { on: string; label?: string; text: string }) {
  return (
    <>
      {label ? (
        <time dateTime={on} title={formatDate(on)}>
          {label}
        </time>
      ) : (
        <DateText on={on} />
      )}{' '}
      {text}
    </>
  );
}
