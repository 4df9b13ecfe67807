import { Fragment, type ReactNode } from 'react';
import { UnavailableNotice } from './unavailable-notice';

export interface PageHeadProps {
  /** The title; an array of words when it may only break between them. */
  title: string | readonly string[];
  seal?: ReactNode;
  /** Facts under the title, each in its own element. */
  meta?: ReactNode;
  /** Facts above the title, such as its state. */
  before?: ReactNode;
  lede?: ReactNode;
  children?: ReactNode;
}

/** The head of a page with its one h1. */
export function PageHead({ title, seal, meta, before, lede, children }: PageHeadProps) {
  const heading = (
    <>
      <h1 className={typeof title === 'string' ? undefined : 'keep'}>
        <Words title={title} />
      </h1>
      {meta ? <p className="meta">{meta}</p> : null}
    </>
  );
  return (
    <header className="page-head">
      <UnavailableNotice />
      {before ? <p className="meta">{before}</p> : null}
      {seal ? (
        <div className="title">
          {seal}
          <div>{heading}</div>
        </div>
      ) : (
        heading
      )}
      {lede ? <p className="lede">{lede}</p> : null}
      {children}
    </header>
  );
}

/** A title that breaks only between its words. */
export function Words({ title }: { title: string | readonly string[] }) {
  if (typeof title === 'string') return <>{title}</>;
  return (
    <>
      {title.map((word, index) => (
        <Fragment key={index}>
          {index > 0 ? <wbr /> : null}
          {word}
        </Fragment>
      ))}
    </>
  );
}
