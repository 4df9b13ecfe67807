import { Fragment, type ReactNode } from 'react';

export interface Fact {
  label: ReactNode;
  /** Left out of the list when null or undefined. */
  value: ReactNode;
}

/** Facts with their names, one a line. */
export function Facts({ facts, ruled = false }: { facts: readonly Fact[]; ruled?: boolean }) {
  const given = facts.filter(
    ({ value }) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  if (given.length === 0) return null;
  return (
    <dl className={ruled ? 'facts ruled' : 'facts'}>
      {given.map((fact, index) => (
        <Fragment key={index}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
