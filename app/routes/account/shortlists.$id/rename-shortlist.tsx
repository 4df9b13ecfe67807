import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { TextField } from '~/components/form-field';
import { Link } from '~/components/link';
import { Section } from '~/components/section';
import type { Shortlist } from '~/domain/shortlists/shortlists.server';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Refused } from './route';

/** Gives a shortlist another name, or leads to deleting it. */
export function RenameShortlist({
  list,
  refused,
}: {
  list: Pick<Shortlist, 'id' | 'name' | 'version'>;
  refused: Refused | undefined;
}) {
  return (
    <Section title={m.shortlists_rename()}>
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="intent" value="rename" />
        <input type="hidden" name="version" value={list.version} />
        <TextField
          key={list.version}
          name="name"
          label={m.shortlists_name()}
          defaultValue={refused ? refused.typed : list.name}
          error={refused?.problem}
        />
        <div className="actions">
          <Button>{m.shortlists_rename()}</Button>
          <Link className="btn quiet" href={paths.accountShortlist(list.id, { delete: '1' })}>
            {m.shortlists_delete()}
          </Link>
        </div>
      </Form>
    </Section>
  );
}
