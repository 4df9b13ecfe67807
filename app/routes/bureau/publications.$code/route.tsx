import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { CatalogueRowForm } from '~/components/catalogue-row-form';
import { DateText, InstantText } from '~/components/date-text';
import { Facts } from '~/components/facts';
import { History } from '~/components/history';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { findPublicationForBureau } from '~/domain/publications/bureau-publications.server';
import {
  publicationKindLabel,
  publicationStateLabel,
  publicationTone,
  publishingRefusal,
} from '~/domain/publications/publication';
import { catalogueRowForm, stepForm } from '~/domain/publications/publication-form';
import {
  addCatalogueRow,
  listProductChoices,
  removeCatalogueRow,
} from '~/domain/publications/save-catalogue-row.server';
import { recallPublication, submitPublication } from '~/domain/publications/save-publication.server';
import { titleWords } from '~/domain/title-words';
import { answerOnce } from '~/forms/answer-once.server';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { badRequest, notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { doneOf } from '../query.server';
import { Messages } from './messages';
import { NextStep } from './next-step';
import { Products, Scenarios } from './rows';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction<typeof loader> = ({ data: list }) => [
  { title: m.common_title({ page: list?.title ?? m.bureau_nav_publications() }) },
];

export const loader = guard('bureau', async ({ request, params, viewer }) => {
  const list = await findPublicationForBureau(params.code ?? '');
  if (!list) throw notFound();
  const { authorId, ...publication } = list;
  const isAuthor = authorId === viewer.userId;
  const editable = isAuthor && list.state === 'draft';
  return {
    ...publication,
    titleWords: titleWords(publication.title),
    isAuthor,
    editable,
    rows: list.scenarios.length + list.products.length,
    refused: publishingRefusal(list, [authorId], viewer),
    choices: editable && list.kind === 'catalogue' ? await listProductChoices() : [],
    today: todayOn(),
    done: doneOf(request),
  };
});

export const action = guard('bureau', async ({ request, params, viewer }) => {
  const code = params.code ?? '';
  const values = formValues(await request.formData());
  const here = (done: string) => redirectTo(withQuery(paths.bureauPublication(code), { done }));
  const refuse = (refused: string) => data({ values, errors: undefined, refused }, { status: 409 });
  switch (values.intent) {
    case 'submit':
    case 'recall': {
      const form = parseValues(values, stepForm);
      if (!form.ok) throw badRequest();
      const step = values.intent === 'submit' ? submitPublication : recallPublication;
      const done = await step(viewer, code, form.data.version);
      if (!done) throw notFound();
      return done.ok ? here(values.intent === 'submit' ? 'submitted' : 'recalled') : refuse(done.reason);
    }
    case 'add-product': {
      const form = parseValues(values, catalogueRowForm);
      if (!form.ok) return data({ values, errors: form.errors, refused: undefined }, { status: 422 });
      const added = await answerOnce({ request, viewer }, values, async () => {
        const made = await addCatalogueRow(viewer, code, form.data);
        return made?.ok ? withQuery(paths.bureauPublication(code), { done: 'row-added' }) : made;
      });
      if (!added) throw notFound();
      if (typeof added === 'string') return redirectTo(added);
      if (added.reason === 'state') return refuse('state');
      const errors = { product: rowError(added.reason) };
      return data({ values, errors, refused: undefined }, { status: 422 });
    }
    case 'remove-product': {
      const removed = await removeCatalogueRow(viewer, code, String(values.row));
      if (!removed) throw notFound();
      return removed.ok ? here('row-removed') : refuse(removed.reason);
    }
    default:
      throw badRequest();
  }
});
export type Publication = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BureauPublicationPage() {
  const list = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: m.bureau_nav_publications(), href: paths.bureauPublications() },
          { label: list.code },
        ]}
      />
      <PageHead
        title={list.titleWords}
        before={<Tag tone={publicationTone(list.state)}>{publicationStateLabel(list.state)}</Tag>}
        meta={
          <>
            <span className="num">{list.code}</span>
            <span>{publicationKindLabel(list.kind)}</span>
            <span>{m.bureau_rows({ n: list.rows })}</span>
          </>
        }
      />
      <Messages list={list} refused={actionData?.refused} />
      <div className="with-side act-first">
        <div className="sections">
          <Section
            title={list.kind === 'catalogue' ? m.bureau_products_on_list() : m.bureau_scenarios_on_list()}
          >
            {list.kind === 'catalogue' ? <Products list={list} /> : <Scenarios list={list} />}
          </Section>
          {list.editable && list.kind === 'catalogue' ? (
            <Section title={m.bureau_row_add()}>
              <CatalogueRowForm
                key={list.rows}
                choices={list.choices}
                issuedOn={list.issuedOn}
                actionData={actionData}
              />
            </Section>
          ) : null}
          {list.history.length ? (
            <Section title={m.bureau_history()}>
              <History entries={list.history} />
            </Section>
          ) : null}
        </div>
        <aside className="side" aria-label={m.bureau_next_step()}>
          <Panel title={m.bureau_next_step()} act>
            <NextStep list={list} />
          </Panel>
          <Panel title={m.bureau_facts()}>
            <Facts
              facts={[
                { label: m.bureau_document_number(), value: list.documentNumber },
                { label: m.bureau_authority(), value: <OrganisationName name={list.authority} /> },
                { label: m.bureau_issued_on(), value: <DateText on={list.issuedOn} /> },
                { label: m.bureau_col_author(), value: list.authorName ?? m.bureau_imported() },
                { label: m.bureau_publisher(), value: list.publisherName },
                {
                  label: m.bureau_published_at(),
                  value: list.publishedAt && <InstantText at={list.publishedAt} />,
                },
              ]}
            />
          </Panel>
        </aside>
      </div>
    </>
  );
}

const rowError = (reason: 'product' | 'ambiguous' | 'reported' | 'twice') =>
  ({
    product: m.bureau_row_unknown,
    ambiguous: m.bureau_row_ambiguous,
    reported: m.bureau_row_reported,
    twice: m.bureau_row_twice,
  })[reason]();
