import { Form, useLoaderData, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { TextField } from '~/components/form-field';
import { Link } from '~/components/link';
import { Section } from '~/components/section';
import { Tag } from '~/components/tag';
import type { TriedQuery } from '~/domain/vocabulary/try-group.server';
import { formatNumber } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { loader } from './route';

/** What the words would find, before they are in force. It takes seconds, so the button says that it is at work. */
export function TryWords() {
  const { query, tried } = useLoaderData<typeof loader>();
  const busy = useNavigation().location?.search.startsWith('?try=') ?? false;
  return (
    <Section title={m.vocabulary_try()} sub={m.vocabulary_try_sub()}>
      <Form method="get" className="filter mb-5">
        <TextField name="try" type="search" label={m.vocabulary_try_query()} defaultValue={query} />
        <Button busy={busy}>{m.vocabulary_try_button()}</Button>
      </Form>
      {tried ? <Tried tried={tried} /> : null}
    </Section>
  );
}

function Tried({ tried }: { tried: TriedQuery }) {
  return (
    <div role="status">
      <p>
        {m.vocabulary_tried({
          query: tried.query,
          before: formatNumber(tried.before),
          after: formatNumber(tried.after),
        })}
      </p>
      {tried.hits.length > 0 ? (
        <ul className="mt-2">
          {tried.hits.map(({ type, code, title, isNew }) => (
            <li key={`${type}-${code}`}>
              <Link href={type === 'product' ? paths.product(code) : paths.scenario(code)}>{title}</Link>{' '}
              {isNew ? <Tag tone="info">{m.vocabulary_new_hit()}</Tag> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {tried.hits.length < tried.after ? (
        <p className="small soft mt-2">{m.vocabulary_tried_most()}</p>
      ) : null}
    </div>
  );
}
