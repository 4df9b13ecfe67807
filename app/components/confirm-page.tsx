import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Button } from './button';
import { Link } from './link';
import { UnavailableNotice } from './unavailable-notice';

export interface ConfirmPageProps {
  /** The act as a question: 公布 2026年第四批应用场景开放清单？ */
  title: string;
  /** In one sentence what will happen and who will be told. */
  children: ReactNode;
  confirmLabel: string;
  /** Where one goes when not confirming. */
  backHref: string;
  /** commit notifies others; danger takes something away. */
  tone?: 'commit' | 'act' | 'danger';
  /** Sent with the confirmation. */
  fields?: Readonly<Record<string, string>>;
  /** Inputs that belong to the confirmation, such as a reason. */
  inputs?: ReactNode;
  busy?: boolean;
}

/** The page before an official or far-reaching act. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { title, children, confirmLabel, backHref, tone = 'commit', fields = {}, inputs, busy } = props;
  return (
    <div className="confirm">
      <UnavailableNotice />
      <h1>{title}</h1>
      <div className="what">{typeof children === 'string' ? <p>{children}</p> : children}</div>
      <Form method="post" noValidate className="form">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {inputs}
        <div className="actions">
          <Button tone={tone} busy={busy}>
            {confirmLabel}
          </Button>
          <Link className="btn" href={backHref}>
            {m.common_back()}
          </Link>
        </div>
      </Form>
    </div>
  );
}
