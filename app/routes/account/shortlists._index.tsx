import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { InstantText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { TextField } from '~/components/form-field';
import { FormKey } from '~/components/form-key';
import { ErrorSummary } from '~/components/form-parts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Row, Rows } from '~/components/rows';
import { Section } from '~/components/section';
import { mostShortlists } from '~/domain/shortlists/shortlist';
import { createShortlist, listShortlists } from '~/domain/shortlists/shortlists.server';
import { answerOnce } from '~/forms/answer-once.server';
import { parseForm } from '~/forms/parse-form.server';
import { shortlistForm } from '~/forms/shortlist-forms.server';
import { useActionForm } from '~/forms/use-action-form';
import { formatNumber } from '~/format';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.shortlists_title() }) }];

export const loader = guard('buyer', async ({ request, viewer }) => ({
  deleted: new URL(request.url).searchParams.get('done') === 'deleted',
  shortlists: await listShortlists(viewer),
}));

export const action = guard('buyer', async ({ request, viewer }) => {
  const form = await parseForm(request, shortlistForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const made = await answerOnce({ request, viewer }, form.values, async () => {
    const created = await createShortlist(viewer, form.data.name);
    return created.ok ? paths.accountShortlist(created.id, { done: 'created' }) : created;
  });
  if (typeof made === 'string') return redirectTo(made);
  const problem =
    made.reason === 'too_many' ? m.shortlists_too_many({ most: mostShortlists }) : m.shortlists_name_taken();
  return data({ values: form.values, errors: { name: problem } }, { status: 422 });
});

export default function ShortlistsPage() {
  const { shortlists, deleted } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={m.shortlists_title()} lede={m.shortlists_lede()} />
      {deleted ? (
        <Notice tone="ok" live>
          {m.shortlists_done_deleted()}
        </Notice>
      ) : null}
      {shortlists.length > 0 ? (
        <Rows label={m.shortlists_title()}>
          {shortlists.map(({ id, name, products, updatedAt }) => (
            <Row key={id} title={<Link href={paths.accountShortlist(id)}>{name}</Link>}>
              <p className="meta">
                <span>{m.shortlists_count({ count: formatNumber(products) })}</span>
                <span>
                  <InstantText at={updatedAt} />
                </span>
              </p>
            </Row>
          ))}
        </Rows>
      ) : (
        <Empty
          title={m.shortlists_empty()}
          actions={
            <LinkButton tone="act" href={paths.products()}>
              {m.shortlists_find()}
            </LinkButton>
          }
        >
          {m.shortlists_empty_text()}
        </Empty>
      )}
      <Section title={m.shortlists_new()}>
        <NewShortlist />
      </Section>
    </>
  );
}

function NewShortlist() {
  const form = useActionForm({
    actionData: useActionData<typeof action>(),
    rules: { name: (value) => (value.trim() ? undefined : m.shortlists_name_needed()) },
  });
  return (
    <Form className="form" {...form.props}>
      <FormKey />
      <ErrorSummary {...form.summary} />
      <TextField {...form.field('name')} label={m.shortlists_name()} hint={m.shortlists_name_hint()} />
      <div className="actions">
        <Button busy={form.isSubmitting}>{m.shortlists_create()}</Button>
      </div>
    </Form>
  );
}
