import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import * as m from '~/paraglide/messages';
import { Button } from '../button';
import { TextField } from '../form-field';

export interface ListFilterProps {
  /** What is looked for now. */
  words: string | undefined;
  /** What can be looked for. */
  label: string;
  /** Changes with the address, so that the fields follow it. */
  state: string;
  children?: ReactNode;
}

/** The conditions above a list: a box for words, then what the list adds. */
export function ListFilter({ words, label, state, children }: ListFilterProps) {
  return (
    <Form method="get" className="filter mb-5" key={state}>
      <TextField name="words" type="search" label={label} defaultValue={words} />
      {children}
      <Button>{m.bureau_filter()}</Button>
    </Form>
  );
}
