import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { paths } from '~/paths';
import { LinkButton } from './button';
import { SearchBox } from './search-box';

export interface ErrorPageProps {
  status: number;
  /** Helps us find what went wrong. */
  requestId?: string;
  /** What is said instead of the usual words. */
  message?: ReactNode;
  /** For a conflict: the page as it is now. */
  reloadHref?: string;
}

/** What happened, in a heading and a sentence. */
export function errorWords(status: number): { title: string; text: string } {
  switch (status) {
    case 401:
    case 403:
      return { title: m.common_error_403(), text: m.common_error_403_text() };
    case 404:
      return { title: m.common_error_404(), text: m.common_error_404_text() };
    case 409:
      return { title: m.common_error_409(), text: m.common_error_409_text() };
    case 503:
      return { title: m.common_error_503(), text: m.common_error_503_text() };
    default:
      return status < 500
        ? { title: m.common_error_400(), text: m.common_error_400_text() }
        : { title: m.common_error_500(), text: m.common_error_500_text() };
  }
}

/** The page when there is no page: what happened, and the way on. */
export function ErrorPage({ status, requestId, message, reloadHref }: ErrorPageProps) {
  const { title, text } = errorWords(status);
  return (
    <div className="narrow-page">
      <h1>{title}</h1>
      <p>{message ?? text}</p>
      {status === 404 ? <SearchBox /> : null}
      <div className="actions">
        {reloadHref ? (
          <LinkButton tone="act" href={reloadHref}>
            {m.common_error_reload()}
          </LinkButton>
        ) : null}
        <LinkButton href={paths.home()}>{m.common_error_home()}</LinkButton>
        {status >= 500 || status === 403 ? (
          <LinkButton tone="quiet" href={paths.feedback()}>
            {m.common_error_feedback()}
          </LinkButton>
        ) : null}
      </div>
      {requestId ? <p className="request-id">{m.common_error_request({ id: requestId })}</p> : null}
    </div>
  );
}
