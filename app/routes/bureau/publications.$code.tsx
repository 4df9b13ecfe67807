import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { BlockedButton, Button, LinkButton } from '~/components/button';
import { CatalogueRowForm } from '~/components/catalogue-row-form';
import { DateText, InstantText } from '~/components/date-text';
import { Empty } from '~/components/empty';
import { Facts } from '~/components/facts';
import { History } from '~/components/history';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { OrganisationName } from '~/components/organisation-name';
import { PageHead } from '~/components/page-head';
import { Panel } from '~/components/panel';
import { Money } from '~/components/price';
import { Section } from '~/components/section';
import { Table } from '~/components/table';
import { Tag } from '~/components/tag';
import { todayOn } from '~/domain/calendar';
import { productKindLabel } from '~/domain/products/product';
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
import { scenarioStatus, scenarioStatusLabel } from '~/domain/scenarios/scenario';
import { termLabel } from '~/domain/terms';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { badRequest, notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, withQuery } from '~/paths';
import { guard } from '~/session/guard.server';
import { doneOf } from './query.server';

export const shouldRevalidate = revalidateOnConflict;
export const meta: MetaFunction<typeof loader> = ({ data: list }) => [
  { title: m.bureau_title({ page: list?.title ?? m.bureau_nav_publications() }) },
];

export const loader = guard('bureau', async ({ request, params, viewer }) => {
  const list = await findPublicationForBureau(params.code ?? '');
  if (!list) throw notFound();
  const { authorId, ...publication } = list;
  const isAuthor = authorId === viewer.userId;
  const editable = isAuthor && list.state === 'draft';
  return {
    ...publication,
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
      const added = await addCatalogueRow(viewer, code, form.data);
      if (!added) throw notFound();
      if (added.ok) return here('row-added');
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
type Publication = ReturnType<typeof useLoaderData<typeof loader>>;

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
        title={list.title}
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

function Messages({ list, refused }: { list: Publication; refused?: string }) {
  const done: Record<string, () => string> = {
    created: list.kind === 'catalogue' ? m.bureau_said_created_catalogue : m.bureau_said_created,
    saved: m.bureau_said_saved,
    submitted: m.bureau_said_submitted,
    recalled: m.bureau_said_recalled,
    returned: m.bureau_said_returned,
    published: m.bureau_said_published,
    'scenario-removed': m.bureau_said_scenario_removed,
    'row-added': m.bureau_said_row_added,
    'row-removed': m.bureau_said_row_removed,
  };
  const said = refused ? undefined : done[list.done ?? ''];
  return (
    <div className="stack mb-5">
      {refused ? (
        <Notice tone="danger" live title={m.bureau_refused_title()}>
          {refused === 'empty'
            ? m.bureau_refused_empty()
            : m.bureau_refused_now({ state: publicationStateLabel(list.state) })}
        </Notice>
      ) : null}
      {list.done === 'closed' ? (
        <Notice tone="warn" live>
          {m.bureau_refused_now({ state: publicationStateLabel(list.state) })}
        </Notice>
      ) : null}
      {said ? (
        <Notice tone="ok" live>
          {said()}
        </Notice>
      ) : null}
      {list.returned ? (
        <Notice tone="warn" title={m.bureau_returned_title({ name: list.returned.who ?? '' })}>
          {list.returned.reason ?? ''}
        </Notice>
      ) : null}
    </div>
  );
}

/** The one act that is open to this person now, or why none is. */
function NextStep({ list }: { list: Publication }) {
  if (list.state === 'published') {
    return (
      <div className="actions">
        <LinkButton wide href={paths.publication(list.code)}>
          {m.bureau_see_public()}
        </LinkButton>
        <p className="small soft">{m.bureau_published_fixed()}</p>
      </div>
    );
  }
  if (list.state === 'submitted') {
    return (
      <div className="actions">
        {list.refused ? (
          <BlockedButton
            tone="commit"
            wide
            reason={list.refused === 'author' ? m.bureau_refused_author() : m.bureau_refused_role()}
          >
            {m.bureau_act_publish()}
          </BlockedButton>
        ) : (
          <LinkButton tone="commit" wide href={paths.bureauPublicationPublish(list.code)}>
            {m.bureau_act_publish_or_return()}
          </LinkButton>
        )}
        {list.isAuthor ? (
          <StepButton intent="recall" version={list.version} label={m.bureau_act_recall()} />
        ) : null}
      </div>
    );
  }
  if (!list.editable) return <p>{m.bureau_only_author({ name: list.authorName ?? '' })}</p>;
  return (
    <div className="actions">
      {list.kind === 'scenario-list' ? (
        <LinkButton wide tone={list.rows ? 'plain' : 'act'} href={paths.bureauScenarioNew(list.code)}>
          {m.bureau_scenario_add()}
        </LinkButton>
      ) : null}
      <LinkButton wide href={paths.bureauPublicationEdit(list.code)}>
        {m.bureau_publication_edit()}
      </LinkButton>
      {list.rows ? (
        <StepButton intent="submit" version={list.version} label={m.bureau_act_submit()} commit />
      ) : (
        <BlockedButton tone="commit" wide reason={m.bureau_refused_empty()}>
          {m.bureau_act_submit()}
        </BlockedButton>
      )}
      <p className="small soft">{m.bureau_submit_hint()}</p>
    </div>
  );
}

function StepButton(props: { intent: string; version: number; label: string; commit?: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={props.version} />
      <Button name="intent" value={props.intent} tone={props.commit ? 'commit' : 'plain'} wide>
        {props.label}
      </Button>
    </Form>
  );
}

function Scenarios({ list }: { list: Publication }) {
  if (!list.scenarios.length)
    return <Empty title={m.bureau_list_empty()}>{m.bureau_list_empty_text()}</Empty>;
  return (
    <Table
      variant="cards"
      unruled
      label={m.bureau_scenarios_on_list()}
      rows={list.scenarios}
      rowKey={(row) => row.code}
      columns={[
        {
          key: 'n',
          head: m.bureau_col_number(),
          numeric: true,
          cell: (row, index) => row.rowNumber ?? index + 1,
        },
        {
          key: 'title',
          // No name before it where the table is shown as cards.
          head: <>{m.bureau_col_scenario()}</>,
          cell: (row) => (
            <>
              <Link className="t" href={paths.bureauScenario(row.code)}>
                {row.title}
              </Link>
              <br />
              <span className="small soft">
                <span className="num">{row.code}</span> · {termLabel(row.category)} ·{' '}
                <OrganisationName name={row.owner} />
              </span>
            </>
          ),
        },
        {
          key: 'amount',
          head: m.bureau_scenario_budget(),
          numeric: true,
          className: 'nowrap',
          cell: (row) => <Money fen={row.budget} />,
        },
        {
          key: 'due',
          head: m.bureau_scenario_deadline(),
          className: 'nowrap',
          cell: (row) => (row.deadlineOn ? <DateText on={row.deadlineOn} /> : m.bureau_none()),
        },
        {
          key: 'state',
          head: m.bureau_col_state(),
          className: 'nowrap',
          cell: (row) => scenarioStatusLabel(scenarioStatus(row.state, row.deadlineOn, list.today)),
        },
      ]}
    />
  );
}

function Products({ list }: { list: Publication }) {
  if (!list.products.length)
    return <Empty title={m.bureau_catalogue_empty()}>{m.bureau_catalogue_empty_text()}</Empty>;
  return (
    <Table
      variant="cards"
      unruled
      label={m.bureau_products_on_list()}
      rows={list.products}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'n',
          head: m.bureau_col_number(),
          numeric: true,
          cell: (row, index) => row.rowNumber ?? index + 1,
        },
        {
          key: 'title',
          // No name before it where the table is shown as cards.
          head: <>{m.bureau_col_product()}</>,
          cell: (row) => (
            <>
              <Link className="t" href={paths.product(row.code)}>
                {row.name}
              </Link>
              <br />
              <span className="small soft">
                <span className="num">{row.code}</span> · {productKindLabel(row.kind)} ·{' '}
                <OrganisationName name={row.organisation} />
              </span>
            </>
          ),
        },
        { key: 'level', head: m.bureau_row_level(), className: 'nowrap', cell: (row) => row.level },
        {
          key: 'certificate',
          head: m.bureau_row_certificate(),
          cell: (row) => row.certificateNumber ?? m.bureau_none(),
        },
        {
          key: 'until',
          head: m.bureau_row_until(),
          className: 'nowrap',
          cell: (row) => <DateText on={row.validUntilOn} />,
        },
        ...(list.editable
          ? [
              {
                key: 'act',
                head: m.bureau_col_act(),
                hideHead: true,
                className: 'nowrap',
                cell: (row: Publication['products'][number]) => (
                  <Form method="post">
                    <input type="hidden" name="row" value={row.id} />
                    <Button small name="intent" value="remove-product">
                      {m.bureau_row_remove()}
                      <span className="vh"> {row.name}</span>
                    </Button>
                  </Form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const rowError = (reason: 'product' | 'ambiguous' | 'twice') =>
  ({ product: m.bureau_row_unknown, ambiguous: m.bureau_row_ambiguous, twice: m.bureau_row_twice })[reason]();
