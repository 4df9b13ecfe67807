import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { PublicationForm } from '~/components/publication-form';
import { findPublicationForBureau } from '~/domain/publications/bureau-publications.server';
import { batchLabel, suggestedTitle } from '~/domain/publications/publication';
import { publicationForm, versionField } from '~/domain/publications/publication-form';
import { updatePublication } from '~/domain/publications/save-publication.server';
import { parseForm } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

const editForm = publicationForm.extend({ version: versionField });

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.bureau_publication_edit() }) }];

export const loader = guard('bureau', async ({ params, viewer }) => {
  const list = await findPublicationForBureau(params.code ?? '');
  if (!list || list.authorId !== viewer.userId) throw notFound();
  if (list.state !== 'draft')
    throw redirectTo(withQuery(paths.bureauPublication(list.code), { done: 'closed' }));
  return {
    code: list.code,
    titleShown: list.title,
    suggested: suggestedTitle(list.kind, list.year, list.sequence),
    values: {
      version: String(list.version),
      kind: list.kind,
      year: String(list.year),
      sequence: String(list.sequence),
      title: list.title,
      documentNumber: list.documentNumber ?? '',
      authority: list.authority,
      issuedOn: list.issuedOn,
    },
  };
});

export const action = guard('bureau', async ({ request, params, viewer }) => {
  const form = await parseForm(request, editForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors, changed: false }, { status: 422 });
  const { version, ...input } = form.data;
  const saved = await updatePublication(viewer, params.code ?? '', version, input);
  if (!saved) throw notFound();
  if (saved.ok) return redirectTo(withQuery(paths.bureauPublication(saved.code), { done: 'saved' }));
  if (saved.reason === 'state')
    return redirectTo(withQuery(paths.bureauPublication(params.code ?? ''), { done: 'closed' }));
  if (saved.reason === 'changed')
    return data({ values: form.values, errors: undefined, changed: true }, { status: 409 });
  const errors = {
    sequence: m.bureau_sequence_taken({ year: input.year, batch: batchLabel(input.sequence) }),
  };
  return data({ values: form.values, errors, changed: false }, { status: 422 });
});

export default function EditPublicationPage() {
  const list = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
          { label: list.titleShown, href: paths.bureauPublication(list.code) },
          { label: m.bureau_publication_edit() },
        ]}
      />
      <PageHead title={m.bureau_publication_edit()} meta={<span className="num">{list.code}</span>} />
      {actionData?.changed ? (
        <div className="mb-5">
          <Notice tone="warn" live title={m.bureau_changed_title()}>
            {m.bureau_changed_text()}
          </Notice>
        </div>
      ) : null}
      <PublicationForm
        actionData={actionData}
        values={list.values}
        fixedKind
        titleHint={m.bureau_publication_title_hint({ title: list.suggested })}
        submitLabel={m.bureau_save()}
        backHref={paths.bureauPublication(list.code)}
      />
    </>
  );
}
