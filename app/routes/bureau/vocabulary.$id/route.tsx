import { data, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import { VocabularyForm } from '~/components/vocabulary-form';
import { own } from '~/domain/pick';
import { tryGroup } from '~/domain/vocabulary/try-group.server';
import { vocabularyStateLabel } from '~/domain/vocabulary/vocabulary';
import { vocabularyForm } from '~/domain/vocabulary/vocabulary-form';
import { changeGroup, findGroup, publishGroup, withdrawGroup } from '~/domain/vocabulary/vocabulary.server';
import { formValues, parseValues } from '~/forms/parse-form.server';
import { notFound, redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { guard } from '~/session/guard.server';
import { doneOf } from '../query.server';
import { TryWords } from './try-words';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.vocabulary_group() }) }];

const version = z.coerce.number().int().min(0).catch(0);

export const loader = guard('bureau', async ({ request, params, viewer }) => {
  const group = await findGroup(params.id ?? '');
  if (!group) throw notFound();
  const inForce = group.state === 'published';
  // what is not in force yet is tried whenever it is looked at
  const asked = new URL(request.url).searchParams.get('try') ?? (inForce ? '' : group.terms[0]!);
  const query = asked.normalize('NFKC').trim().slice(0, 100);
  return {
    id: group.id,
    state: group.state,
    title: group.terms.slice(0, 3).join(m.vocabulary_comma()),
    values: {
      version: String(group.version),
      area: group.area,
      terms: group.terms.join('\n'),
      narrower: group.narrower.join('\n'),
      note: group.note ?? '',
    },
    query,
    tried: query ? await tryGroup(query, group, [group.id, group.replacesId ?? group.id]) : null,
    isMine: group.authorId === viewer.userId,
    replacesId: group.replacesId,
    pendingId: group.pendingId,
    done: doneOf(request),
  };
});

export const action = guard('bureau', async ({ request, params, viewer }) => {
  const id = params.id ?? '';
  const { intent, version: opened, ...values } = formValues(await request.formData());
  if (intent === 'publish' || intent === 'withdraw') {
    const moved = await (intent === 'publish'
      ? publishGroup(viewer, id, version.parse(opened))
      : withdrawGroup(viewer, id));
    if (!moved) throw notFound();
    if (!moved.ok) return refuse(moved.reason);
    return redirectTo(paths.bureauVocabularyGroup(id, { done: intent }));
  }
  const form = parseValues(values, vocabularyForm);
  if (!form.ok) return data({ values, errors: form.errors, refused: undefined }, { status: 422 });
  const saved = await changeGroup(viewer, id, version.parse(opened), form.data);
  if (!saved) throw notFound();
  if (!saved.ok) return refuse(saved.reason, values);
  return redirectTo(paths.bureauVocabularyGroup(saved.id, { done: saved.id === id ? 'saved' : 'proposed' }));
});

const refuse = (refused: 'changed' | 'pending' | 'author', values?: ReturnType<typeof formValues>) =>
  data({ values, errors: undefined, refused }, { status: refused === 'author' ? 403 : 409 });

const refusedTexts: Record<string, () => string> = {
  changed: m.vocabulary_changed_meanwhile,
  pending: m.vocabulary_pending,
  author: m.vocabulary_own,
};

const doneTexts: Record<string, () => string> = {
  added: m.vocabulary_done_added,
  proposed: m.vocabulary_done_proposed,
  saved: m.vocabulary_done_saved,
  publish: m.vocabulary_done_published,
  withdraw: m.vocabulary_done_withdrawn,
};

export default function VocabularyGroupPage() {
  const group = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const inForce = group.state === 'published';
  const done = own(doneTexts, group.done);
  return (
    <>
      <Breadcrumbs
        items={[{ label: m.vocabulary_title(), href: paths.bureauVocabulary() }, { label: group.title }]}
      />
      <PageHead title={group.title} lede={inForce ? m.vocabulary_in_force() : m.vocabulary_not_in_force()} />
      <p className="mb-4">
        <Tag tone={inForce ? 'ok' : 'line'}>{vocabularyStateLabel(group.state)}</Tag>
      </p>
      <div className="sections">
        {done && !actionData ? (
          <Notice tone="ok" live>
            {done()}
          </Notice>
        ) : null}
        {actionData?.refused ? (
          <Notice tone="warn" live>
            {refusedTexts[actionData.refused]?.()}
          </Notice>
        ) : null}
        {group.replacesId ? (
          <Notice>
            <p>
              {m.vocabulary_replaces()}{' '}
              <Link href={paths.bureauVocabularyGroup(group.replacesId)}>{m.vocabulary_replaced()}</Link>
            </p>
          </Notice>
        ) : null}
        {group.pendingId ? (
          <Notice>
            <p>
              {m.vocabulary_pending()}{' '}
              <Link href={paths.bureauVocabularyGroup(group.pendingId)}>{m.vocabulary_pending_open()}</Link>
            </p>
          </Notice>
        ) : null}
        {group.pendingId && !actionData ? null : (
          <Section title={m.vocabulary_words()} sub={inForce ? m.vocabulary_change_sub() : undefined}>
            <VocabularyForm
              key={`${group.id} ${group.values.version}`}
              values={group.values}
              actionData={actionData}
              submitLabel={inForce ? m.vocabulary_propose() : m.bureau_save()}
              backHref={paths.bureauVocabulary()}
            />
          </Section>
        )}
        <TryWords />
        <Section title={m.vocabulary_force()} sub={!inForce && group.isMine ? m.vocabulary_own() : undefined}>
          <Form method="post" className="actions">
            <input type="hidden" name="version" value={group.values.version} />
            {inForce || group.isMine ? null : (
              <Button tone="act" name="intent" value="publish">
                {m.vocabulary_publish()}
              </Button>
            )}
            {group.state === 'withdrawn' ? null : (
              <Button name="intent" value="withdraw">
                {inForce ? m.vocabulary_withdraw() : m.vocabulary_lay_aside()}
              </Button>
            )}
          </Form>
        </Section>
      </div>
    </>
  );
}
