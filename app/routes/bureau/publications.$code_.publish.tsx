import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button, LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { InstantText } from '~/components/date-text';
import { TextAreaField } from '~/components/form-field';
import { ErrorSummary, FormActions } from '~/components/form-parts';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import { todayOn } from '~/domain/calendar';
import { findPublicationForBureau } from '~/domain/publications/bureau-publications.server';
import { publicationStateLabel, publishingRefusal } from '~/domain/publications/publication';
import { reasonForm, stepForm } from '~/domain/publications/publication-form';
import { publishPublication, returnPublication } from '~/domain/publications/publish-publication.server';
import { useActionForm } from '~/forms/use-action-form';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { badRequest, notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction<typeof loader> = ({ data: list }) => [
  { title: m.common_title({ page: m.bureau_publish_question({ title: list?.title ?? '' }) }) },
];

export const loader = guard('bureau', async ({ params, viewer }) => {
  const list = await findPublicationForBureau(params.code ?? '');
  if (!list) throw notFound();
  const today = todayOn();
  return {
    code: list.code,
    kind: list.kind,
    title: list.title,
    state: list.state,
    version: list.version,
    author: list.authorName,
    publisher: list.publisherName,
    publishedAt: list.publishedAt,
    rows: list.scenarios.length + list.products.length,
    owners: [...new Set(list.scenarios.map(({ owner }) => owner))],
    late: list.scenarios
      .filter(({ deadlineOn }) => deadlineOn && deadlineOn < today)
      .map(({ title }) => title),
    refused: publishingRefusal(list, [list.authorId], viewer),
  };
});

export const action = guard('bureau', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const values = formValues(await request.formData());
  if (values.intent === 'return') {
    const form = parseValues(values, reasonForm);
    if (!form.ok) return data({ values, errors: form.errors, refused: undefined }, { status: 422 });
    const done = await returnPublication(viewer, code, form.data.version, form.data.reason);
    if (!done) throw notFound();
    if (done.ok) return redirectTo(withQuery(paths.bureauPublication(code), { done: 'returned' }));
    return refuse(values, done.reason);
  }
  const form = parseValues(values, stepForm);
  if (!form.ok) throw badRequest();
  const done = await publishPublication(viewer, code, form.data.version);
  if (!done) throw notFound();
  if (done.ok) return redirectTo(withQuery(paths.bureauPublication(code), { done: 'published' }));
  return refuse(values, done.reason);
});

const refuse = (values: ReturnType<typeof formValues>, refused: string) =>
  data(
    { values, errors: undefined, refused },
    { status: refused === 'author' || refused === 'role' ? 403 : 409 },
  );

export default function PublishPublicationPage() {
  const list = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const form = useActionForm({ actionData });
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
          { label: list.title, href: paths.bureauPublication(list.code) },
          { label: m.bureau_act_publish() },
        ]}
      />
      {list.refused ? (
        <Refused />
      ) : (
        <div className="sections">
          {actionData?.refused ? (
            <Notice tone="danger" live title={m.bureau_refused_title()}>
              {m.bureau_publish_changed()}
            </Notice>
          ) : null}
          <ConfirmPage
            title={m.bureau_publish_question({ title: list.title })}
            confirmLabel={m.bureau_publish_confirm()}
            backHref={paths.bureauPublication(list.code)}
            fields={{ intent: 'publish', version: String(list.version) }}
          >
            <p>
              {list.kind === 'catalogue'
                ? m.bureau_publish_what_catalogue({ n: list.rows })
                : m.bureau_publish_what({
                    n: list.rows,
                    owners: list.owners.length,
                    names: list.owners.join(m.site_list_comma()),
                  })}
            </p>
            <p className="soft">{m.bureau_drafted_by({ name: list.author ?? '' })}</p>
            {list.late.length ? (
              <Notice tone="warn">
                {m.bureau_publish_late({ titles: list.late.join(m.site_list_comma()) })}
              </Notice>
            ) : null}
          </ConfirmPage>
          <Section title={m.bureau_return_title()}>
            <div className="stack loose mt-4">
              <ErrorSummary {...form.summary} />
              <Form {...form.props} className="form">
                <input type="hidden" name="version" value={list.version} />
                <TextAreaField
                  {...form.field('reason')}
                  label={m.bureau_return_reason()}
                  hint={m.bureau_return_hint({ name: list.author ?? '' })}
                  rows={3}
                />
                <FormActions>
                  <Button name="intent" value="return">
                    {m.bureau_return_confirm()}
                  </Button>
                </FormActions>
              </Form>
            </div>
          </Section>
        </div>
      )}
    </>
  );
}

/** Why this person cannot publish it, or that it has been done already. */
function Refused() {
  const list = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.bureau_publish_refused({ title: list.title })} />
      <div className="stack">
        <Notice tone="warn" live>
          {list.state === 'published' ? (
            <p>
              {m.bureau_publish_done_by({ name: list.publisher ?? m.bureau_imported() })}
              {list.publishedAt ? (
                <>
                  {' '}
                  <InstantText at={list.publishedAt} />
                </>
              ) : null}
            </p>
          ) : (
            refusedText(list.refused, publicationStateLabel(list.state))
          )}
        </Notice>
        <LinkButton href={paths.bureauPublication(list.code)}>{m.bureau_back_to_list()}</LinkButton>
      </div>
    </>
  );
}

function refusedText(reason: string | undefined, state: string): string {
  if (reason === 'author') return m.bureau_refused_author();
  if (reason === 'role') return m.bureau_refused_role();
  return m.bureau_refused_now({ state });
}
