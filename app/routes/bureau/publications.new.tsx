import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { PageHead } from '~/components/page-head';
import { PublicationForm } from '~/components/publication-form';
import { todayOn } from '~/domain/calendar';
import { batchLabel, suggestedTitle } from '~/domain/publications/publication';
import { publicationForm } from '~/domain/publications/publication-form';
import { createPublication, nextSequence } from '~/domain/publications/save-publication.server';
import { answerOnce } from '~/forms/answer-once.server';
import { parseForm } from '~/forms/parse-form.server';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_publication_new() }) }];

/** The title of a scenario that a list is wanted for: unmet demand that somebody is writing up. */
const needOf = (request: Request) =>
  new URL(request.url).searchParams.get('need')?.slice(0, 100) || undefined;

export const loader = guard('bureau', async ({ request, viewer }) => {
  const today = todayOn();
  const year = Number(today.slice(0, 4));
  return {
    year,
    today,
    need: needOf(request),
    authority: viewer.organisationName,
    scenarioSequence: await nextSequence('scenario-list', year),
    catalogueSequence: await nextSequence('catalogue', year),
  };
});

export const action = guard('bureau', async ({ request, viewer }) => {
  const form = await parseForm(request, publicationForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const { kind, year, sequence } = form.data;
  const need = needOf(request);
  const saved = await answerOnce({ request, viewer }, form.values, async () => {
    const made = await createPublication(viewer, form.data);
    if (!made.ok) return made;
    return need && kind === 'scenario-list'
      ? paths.bureauScenarioNew({ publication: made.code, title: need })
      : withQuery(paths.bureauPublication(made.code), { done: 'created' });
  });
  if (typeof saved === 'string') return redirectTo(saved);
  const errors = { sequence: m.bureau_sequence_taken({ year, batch: batchLabel(sequence) }) };
  return data({ values: form.values, errors }, { status: 422 });
});

export default function NewPublicationPage() {
  const facts = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const { year, scenarioSequence, catalogueSequence } = facts;
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
          { label: m.bureau_publication_new() },
        ]}
      />
      <PageHead
        title={m.bureau_publication_new()}
        lede={
          facts.need ? m.bureau_publication_new_need({ need: facts.need }) : m.bureau_publication_new_lede()
        }
      />
      <PublicationForm
        actionData={actionData}
        values={{
          kind: 'scenario-list',
          year: String(year),
          sequence: String(scenarioSequence),
          authority: facts.authority,
          issuedOn: facts.today,
        }}
        sequenceHint={m.bureau_sequence_hint({
          year,
          list: batchLabel(scenarioSequence),
          catalogue: batchLabel(catalogueSequence),
        })}
        titleHint={m.bureau_publication_title_hint({
          title: suggestedTitle('scenario-list', year, scenarioSequence),
        })}
        submitLabel={m.bureau_publication_create()}
        backHref={paths.bureauPublications()}
      />
    </>
  );
}
