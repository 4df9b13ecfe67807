import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { RadioGroup } from '~/components/choice-field';
import { TextAreaField, TextField } from '~/components/form-field';
import { ErrorSummary } from '~/components/form-parts';
import { Link } from '~/components/link';
import { PageHead } from '~/components/page-head';
import { longestShortlistNote, mostShortlisted, mostShortlists } from '~/domain/shortlists/shortlist';
import {
  addToShortlist,
  createShortlist,
  findShortlistable,
  listShortlists,
} from '~/domain/shortlists/shortlists.server';
import { parseForm, type FormErrors } from '~/forms/parse-form.server';
import { shortlistAddForm } from '~/forms/shortlist-forms.server';
import { useActionForm } from '~/forms/use-action-form';
import { formatNumber } from '~/format';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.shortlists_add() }) }];

const productOf = (request: Request) => new URL(request.url).searchParams.get('product') ?? '';

export const loader = guard('buyer', async ({ request, viewer }) => {
  // Nothing to add: the lists themselves.
  if (!productOf(request)) throw redirectTo(paths.accountShortlists());
  const product = await findShortlistable(productOf(request));
  if (!product) throw notFound();
  return { product, shortlists: await listShortlists(viewer) };
});

export const action = guard('buyer', async ({ request, viewer }) => {
  const form = await parseForm(request, shortlistAddForm);
  if (!form.ok) return data({ values: form.values, errors: form.errors }, { status: 422 });
  const refuse = (errors: FormErrors) => data({ values: form.values, errors }, { status: 422 });
  const product = productOf(request);
  if (!(await findShortlistable(product))) throw notFound();
  let id = form.data.list;
  if (id === 'new') {
    const made = await createShortlist(viewer, form.data.name);
    if (!made.ok)
      return refuse({
        name:
          made.reason === 'too_many'
            ? m.shortlists_too_many({ most: mostShortlists })
            : m.shortlists_name_taken(),
      });
    id = made.id;
  }
  const added = await addToShortlist(viewer, id, product, form.data.note);
  if (added === undefined) return refuse({ list: m.shortlists_gone() });
  if (added === 'full') return refuse({ list: m.shortlists_full({ most: mostShortlisted }) });
  return redirectTo(paths.accountShortlist(id, { done: added }));
});

export default function AddToShortlistPage() {
  const { product, shortlists } = useLoaderData<typeof loader>();
  const form = useActionForm({
    actionData: useActionData<typeof action>(),
    values: { list: shortlists[0]?.id ?? 'new' },
  });
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.shortlists_title(), href: paths.accountShortlists() },
          { label: product.name, href: paths.product(product.code) },
          { label: m.shortlists_add() },
        ]}
      />
      <PageHead title={m.shortlists_add()} lede={m.shortlists_add_lede({ name: product.name })} />
      <Form className="form" {...form.props}>
        <ErrorSummary {...form.summary} />
        {shortlists.length > 0 ? (
          <RadioGroup
            {...form.field('list')}
            label={m.shortlists_which()}
            options={[
              ...shortlists.map(({ id, name, products }) => ({
                value: id,
                label: name,
                hint: m.shortlists_count({ count: formatNumber(products) }),
              })),
              { value: 'new', label: m.shortlists_which_new() },
            ]}
          />
        ) : (
          <input type="hidden" name="list" value="new" />
        )}
        <TextField
          {...form.field('name')}
          label={shortlists.length > 0 ? m.shortlists_name_of_new() : m.shortlists_name()}
          hint={m.shortlists_name_hint()}
        />
        <TextAreaField
          {...form.field('note')}
          label={m.shortlists_note()}
          hint={m.shortlists_note_hint()}
          optional
          rows={3}
          maxLength={longestShortlistNote}
        />
        <div className="actions">
          <Button tone="act" busy={form.isSubmitting}>
            {m.shortlists_add()}
          </Button>
          <Link className="btn" href={paths.product(product.code)}>
            {m.common_back()}
          </Link>
        </div>
      </Form>
    </>
  );
}
