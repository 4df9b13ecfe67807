import { LinkButton } from '~/components/button';
import { DeadlineText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { Link } from '~/components/link';
import { Panel } from '~/components/panel';
import { deadlineLeft } from '~/domain/scenarios/deadline';
import { scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { formatMoney, formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Page } from './route';

/** 还有 22 天, 2026年下半年, 已截止, 长期有效. */
export function deadlineWords(page: Page): string {
  if (page.status !== 'open') return scenarioStatusLabel(page.status);
  return page.deadlineOn
    ? deadlineLeft(page.deadlineOn, page.deadlineGranularity, page.todayOn)
    : m.site_no_deadline();
}

/** Until when, for how much, and what this reader may do about it. */
export function ActPanel({ page }: { page: Page }) {
  return (
    <Panel act title={m.site_respond()} hideTitle>
      <p className="price">{deadlineWords(page)}</p>
      {page.deadlineOn && !page.withdrawn ? (
        <p className="small soft">
          {m.site_deadline_before()}
          <DeadlineText on={page.deadlineOn} granularity={page.deadlineGranularity} />
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
          {page.contactDepartment || page.contactName ? <br /> : null}
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
export function Act({ page, wide = false }: { page: Page; wide?: boolean }) {
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
