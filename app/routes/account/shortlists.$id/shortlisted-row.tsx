import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Dated } from '~/components/date-text';
import { TextAreaField } from '~/components/form-field';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { Row } from '~/components/rows';
import { ProductHit } from '~/components/search/hits';
import { Tag } from '~/components/tag';
import { longestShortlistNote } from '~/domain/shortlists/shortlist';
import type { Shortlisted } from '~/domain/shortlists/shortlists.server';
import { formatDateTime } from '~/format';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import type { Refused } from './route';

interface ShortlistedRowProps {
  item: Shortlisted;
  /** What was refused about its note. */
  refused: Refused | undefined;
  /** A box to tick, where there is something to compare it with. */
  pick?: React.ReactNode;
}

/** A product on a shortlist: what the public sees of it, what is thought of it, and what can be done. */
export function ShortlistedRow({ item, refused, pick }: ShortlistedRowProps) {
  const acts = (
    <>
      <Note item={item} refused={refused} />
      <div className="cluster mt-2">
        {item.row ? (
          <Link
            className="btn s"
            href={paths.accountEnquire(item.productCode)}
            aria-label={m.shortlists_enquire_of({ name: item.productName })}
          >
            {m.shortlists_enquire()}
          </Link>
        ) : null}
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="product" value={item.productCode} />
          <Button small tone="quiet" aria-label={m.shortlists_remove_of({ name: item.productName })}>
            {m.shortlists_remove()}
          </Button>
        </Form>
      </div>
    </>
  );
  if (item.row)
    return (
      <ProductHit row={item.row} pick={pick}>
        {acts}
      </ProductHit>
    );
  return (
    <Row title={item.productName} figure={<Tag tone="warn">{m.shortlists_withdrawn()}</Tag>}>
      <p className="meta">
        <span className="num">{item.productCode}</span>
        <span>{m.shortlists_withdrawn_text()}</span>
      </p>
      {acts}
    </Row>
  );
}

function Note({ item, refused }: Omit<ShortlistedRowProps, 'pick'>) {
  const { productCode, productName, note, version, editedBy, editedAt } = item;
  return (
    <>
      {note ? (
        <div className="small mt-2">
          <p className="prose">{note}</p>
          <p className="soft">
            <Dated text={m.shortlists_note_by({ name: editedBy, at: formatDateTime(editedAt) })} />
          </p>
        </div>
      ) : null}
      {refused?.conflict ? (
        <div className="mt-2">
          <Notice tone="warn" live>
            {m.shortlists_note_conflict({ name: editedBy })}
          </Notice>
        </div>
      ) : null}
      <details className="mt-2" open={refused !== undefined}>
        <summary>{note ? m.shortlists_note_change() : m.shortlists_note_write()}</summary>
        <Form method="post" className="form mt-2" noValidate>
          <input type="hidden" name="intent" value="note" />
          <input type="hidden" name="product" value={productCode} />
          <input type="hidden" name="version" value={version} />
          <TextAreaField
            name="note"
            id={`note-${productCode}`}
            label={m.shortlists_note_of({ name: productName })}
            hideLabel
            hint={m.shortlists_note_hint()}
            error={refused && !refused.conflict ? refused.problem : undefined}
            defaultValue={refused ? refused.typed : note}
            rows={3}
            maxLength={longestShortlistNote}
          />
          <div className="actions">
            <Button small aria-label={m.shortlists_note_save_of({ name: productName })}>
              {m.shortlists_note_save()}
            </Button>
          </div>
        </Form>
      </details>
    </>
  );
}
