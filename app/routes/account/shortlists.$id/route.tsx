import { data, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { LinkButton } from '~/components/button';
import { ConfirmPage } from '~/components/confirm-page';
import { Empty } from '~/components/empty';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Rows } from '~/components/rows';
import { ComparePick } from '~/components/search/compare-pick';
import { own } from '~/domain/pick';
import { mostCompared, readTicked } from '~/domain/products/compare';
import {
  findShortlist,
  removeFromShortlist,
  removeShortlist,
  renameShortlist,
  setShortlistNote,
} from '~/domain/shortlists/shortlists.server';
import { parseForm } from '~/forms/parse-form.server';
import { revalidateOnConflict } from '~/forms/revalidate-on-conflict';
import { shortlistAct } from '~/forms/shortlist-forms.server';
import { notFound, redirectTo } from '~/http.server';
import { isUnavailable, type UnavailableAnswer } from '~/forms/unavailable';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { CompareTicked } from './compare-ticked';
import { RenameShortlist } from './rename-shortlist';
import { ShortlistedRow } from './shortlisted-row';

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [
  { title: m.common_title({ page: found?.list.name ?? m.shortlists_title() }) },
];

export const shouldRevalidate = revalidateOnConflict;

export const loader = guard('buyer', async ({ params, request, viewer }) => {
  const list = await findShortlist(viewer, params.id ?? '');
  if (!list) throw notFound();
  const asked = new URL(request.url).searchParams;
  const comparable = list.items.flatMap(({ row, productCode }) => (row ? [productCode] : []));
  const compared = asked.has('compare') ? readTicked(asked.getAll('p'), comparable) : undefined;
  if (compared && !compared.problem) throw redirectTo(paths.compare(compared.ticked));
  // a short list is compared whole with one click
  const ticked = compared?.ticked ?? (comparable.length > mostCompared ? [] : comparable);
  const compare = comparable.length > 1 ? { ticked, problem: compared?.problem } : undefined;
  return { list, compare, done: asked.get('done'), deleting: asked.has('delete') };
});

/** What was refused: for a note its product, so that it is said where it was written. */
export type Refused = {
  product?: string;
  field?: 'name' | 'note';
  problem: string;
  typed: string;
  conflict: boolean;
};

export const action = guard('buyer', async ({ params, request, viewer }) => {
  const id = params.id ?? '';
  const form = await parseForm(request, shortlistAct);
  const said = (name: string) => String(form.values[name] ?? '');
  const refuse = (status: number, problem: string) => {
    const field = said('intent') === 'rename' ? 'name' : said('intent') === 'note' ? 'note' : undefined;
    const refused: Refused = {
      product: field === 'note' ? said('product') : undefined,
      field,
      problem,
      typed: field ? said(field) : '',
      conflict: status === 409,
    };
    return data(refused, { status });
  };
  if (!form.ok) return refuse(422, Object.values(form.errors)[0] ?? '');
  const act = form.data;
  const done = (word: string) => redirectTo(paths.accountShortlist(id, { done: word }));
  switch (act.intent) {
    case 'note': {
      const changed = await setShortlistNote(viewer, id, act.product, act);
      if (changed === 'changed') return done('note');
      return changed === 'conflict' ? refuse(409, '') : refuse(404, m.shortlists_gone());
    }
    case 'rename': {
      const changed = await renameShortlist(viewer, id, act);
      if (changed === 'changed') return done('renamed');
      if (changed === 'gone') throw notFound();
      return changed === 'conflict'
        ? refuse(409, m.shortlists_rename_conflict())
        : refuse(422, m.shortlists_name_taken());
    }
    case 'remove':
      await removeFromShortlist(viewer, id, act.product);
      return done('removed');
    case 'delete':
      await removeShortlist(viewer, id);
      return redirectTo(paths.accountShortlists({ done: 'deleted' }));
  }
});

/** What could not be stored just now, in the field where it was written. */
const kept = ({ intent, product, note, name }: UnavailableAnswer['values']): Refused | undefined => {
  const problem = m.common_unavailable();
  if (intent === 'note')
    return { product: String(product), field: 'note', problem, typed: String(note ?? ''), conflict: false };
  if (intent === 'rename') return { field: 'name', problem, typed: String(name ?? ''), conflict: false };
  return undefined;
};

const doneText: Record<string, () => string> = {
  created: () => m.shortlists_done_created(),
  added: () => m.shortlists_done_added(),
  already: () => m.shortlists_done_already(),
  note: () => m.shortlists_done_note(),
  removed: () => m.shortlists_done_removed(),
  renamed: () => m.shortlists_done_renamed(),
};

export default function ShortlistPage() {
  const { list, compare, done, deleting } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = isUnavailable(answer) ? kept(answer.values) : answer;
  const here = paths.accountShortlist(list.id);
  if (deleting)
    return (
      <ConfirmPage
        title={m.shortlists_delete_title()}
        confirmLabel={m.shortlists_delete()}
        backHref={here}
        tone="danger"
        fields={{ intent: 'delete' }}
      >
        {m.shortlists_delete_text({ name: list.name })}
      </ConfirmPage>
    );
  const said = refused ? undefined : own(doneText, done)?.();
  const problem = refused?.field === 'name' ? refused : undefined;
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.shortlists_title(), href: paths.accountShortlists() }, { label: list.name }]}
      />
      <PageHead title={list.name} />
      {refused && !refused.field ? (
        <Notice tone="warn" live>
          {refused.problem}
        </Notice>
      ) : said ? (
        <Notice tone="ok" live>
          {said}
        </Notice>
      ) : null}
      {compare ? (
        <CompareTicked action={here} ticked={compare.ticked.length} problem={compare.problem} />
      ) : null}
      {list.items.length > 0 ? (
        <Rows label={list.name}>
          {list.items.map((item) => (
            <ShortlistedRow
              key={`${item.productCode} ${item.version}`}
              item={item}
              refused={refused?.product === item.productCode ? refused : undefined}
              pick={
                compare ? (
                  <ComparePick
                    code={item.productCode}
                    name={item.productName}
                    checked={compare.ticked.includes(item.productCode)}
                  />
                ) : null
              }
            />
          ))}
        </Rows>
      ) : (
        <Empty
          title={m.shortlists_none_in_list()}
          actions={
            <LinkButton tone="act" href={paths.products()}>
              {m.shortlists_find()}
            </LinkButton>
          }
        >
          {m.shortlists_none_in_list_text()}
        </Empty>
      )}
      <RenameShortlist list={list} refused={problem} />
    </>
  );
}
