import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { PageHead } from '~/components/page-head';
import { VocabularyForm } from '~/components/vocabulary-form';
import { vocabularyForm } from '~/domain/vocabulary/vocabulary-form';
import { addGroup } from '~/domain/vocabulary/vocabulary.server';
import { answerOnce } from '~/forms/answer-once.server';
import { parseForm } from '~/forms/parse-form.server';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.vocabulary_new() }) }];

export const loader = guard('bureau', ({ request }) =>
  Promise.resolve({ terms: new URL(request.url).searchParams.get('terms')?.slice(0, 100) ?? '' }),
);

export const action = guard('bureau', async ({ request, viewer }) => {
  const form = await parseForm(request, vocabularyForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const made = await answerOnce({ request, viewer }, form.values, async () =>
    paths.bureauVocabularyGroup(await addGroup(viewer, form.data), { done: 'added' }),
  );
  return redirectTo(made);
});

export default function NewVocabularyGroupPage() {
  const { terms } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.vocabulary_title(), href: paths.bureauVocabulary() },
          { label: m.vocabulary_new() },
        ]}
      />
      <PageHead title={m.vocabulary_new()} lede={m.vocabulary_new_lede()} />
      <VocabularyForm
        values={{ area: '', terms, narrower: '', note: '' }}
        actionData={actionData}
        submitLabel={m.vocabulary_save_draft()}
        backHref={paths.bureauVocabulary()}
      />
    </>
  );
}
