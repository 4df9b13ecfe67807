import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { Empty } from '~/components/empty';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { Row, Rows } from '~/components/rows';
import { rowCounts, ScenarioForm } from '~/components/scenario-form';
import {
  findPublicationForBureau,
  listOwnDraftLists,
} from '~/domain/publications/bureau-publications.server';
import { listBuyerChoices } from '~/domain/scenarios/bureau-scenarios.server';
import { addScenario } from '~/domain/scenarios/save-scenario.server';
import { scenarioForm, scenarioFormLists } from '~/domain/scenarios/scenario-form';
import { answerOnce } from '~/forms/answer-once.server';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_scenario_add() }) }];

const listCode = (request: Request) => new URL(request.url).searchParams.get('publication') ?? '';

export const loader = guard('bureau', async ({ request, viewer }) => {
  const asked = new URL(request.url).searchParams;
  const title = asked.get('title')?.slice(0, 100) ?? undefined;
  if (!asked.has('publication')) {
    const lists = await listOwnDraftLists(viewer.userId);
    if (lists.length === 1) throw redirectTo(paths.bureauScenarioNew({ publication: lists[0]!.code, title }));
    return { list: undefined, lists, title, owners: [] };
  }
  const list = await findPublicationForBureau(listCode(request));
  if (!list || list.kind !== 'scenario-list' || list.authorId !== viewer.userId) throw notFound();
  if (list.state !== 'draft')
    throw redirectTo(withQuery(paths.bureauPublication(list.code), { done: 'closed' }));
  return { list: { code: list.code, title: list.title }, lists: [], title, owners: await listBuyerChoices() };
});

export const action = guard('bureau', async ({ request, viewer }) => {
  const code = listCode(request);
  const values = formValues(await request.formData(), scenarioFormLists);
  const adding = String(values.intent ?? '');
  if (adding.startsWith('add-')) return data({ values, errors: undefined, rows: rowCounts(values, adding) });
  const form = parseValues(values, scenarioForm);
  if (!form.ok) return data({ values, errors: form.errors, rows: rowCounts(values) }, { status: 422 });
  const saved = await answerOnce({ request, viewer }, values, async () => {
    const made = await addScenario(viewer, code, form.data);
    return made?.ok ? withQuery(paths.bureauScenario(made.code), { done: 'added' }) : made;
  });
  if (!saved) throw notFound();
  if (typeof saved === 'string') return redirectTo(saved);
  if (saved.reason === 'state')
    return redirectTo(withQuery(paths.bureauPublication(code), { done: 'closed' }));
  const owner =
    saved.reason === 'ambiguous' ? m.bureau_scenario_owner_ambiguous() : m.bureau_scenario_owner_unknown();
  return data({ values, errors: { owner }, rows: rowCounts(values) }, { status: 422 });
});

export default function NewScenarioPage() {
  const { list, lists, title, owners } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  if (!list) return <ChooseList lists={lists} title={title} />;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
          { label: list.title, href: paths.bureauPublication(list.code) },
          { label: m.bureau_scenario_add() },
        ]}
      />
      <PageHead title={m.bureau_scenario_add()} lede={m.bureau_scenario_new_lede({ title: list.title })} />
      <ScenarioForm
        values={{ deadlineGranularity: 'day', title: title ?? '' }}
        actionData={actionData}
        owners={owners}
        submitLabel={m.bureau_scenario_save_to_list()}
        backHref={paths.bureauPublication(list.code)}
      />
    </>
  );
}

type List = { code: string; title: string };

/** A scenario belongs to a list: whoever comes with a need only chooses one first. */
function ChooseList({ lists, title }: { lists: readonly List[]; title: string | undefined }) {
  return (
    <>
      <PageHead title={m.terms_choose_title()} lede={lists.length > 0 ? m.terms_choose_lede() : undefined} />
      {lists.length > 0 ? (
        <Rows label={m.terms_choose_title()}>
          {lists.map(({ code, title: name }) => (
            <Row
              key={code}
              title={<Link href={paths.bureauScenarioNew({ publication: code, title })}>{name}</Link>}
            />
          ))}
        </Rows>
      ) : (
        <Empty
          title={m.terms_choose_none()}
          actions={
            <LinkButton tone="act" href={paths.bureauPublicationNew({ need: title })}>
              {m.terms_choose_new()}
            </LinkButton>
          }
        >
          {m.terms_choose_none_text()}
        </Empty>
      )}
    </>
  );
}
