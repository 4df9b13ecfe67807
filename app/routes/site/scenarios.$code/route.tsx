import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Dock } from '~/components/dock';
import { MatchedProducts } from '~/components/matched-products';
import { Notice } from '~/components/notice';
import { Money } from '~/components/price';
import { Section } from '~/components/section';
import { matchProducts } from '~/domain/matching/match-products.server';
import { todayOn } from '~/domain/calendar';
import {
  countScenarioResponses,
  findPublicScenario,
  type PublicScenario,
} from '~/domain/scenarios/scenarios.server';
import { titleWords } from '~/domain/title-words';
import { dayOf, maskPhone } from '~/format';
import { notFound } from '~/http.server';
import * as m from '~/paraglide/messages';
import { guard, type Viewer } from '~/session/guard.server';
import { Head, crumbsOf } from './head';
import { Need } from './need';
import { Act, ActPanel, deadlineWords } from './act';
import { Schedule } from './schedule';

const matchesShown = 6;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: m.common_title({ page: data.title }) },
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

export type Page = ReturnType<typeof useLoaderData<typeof loader>>;

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
