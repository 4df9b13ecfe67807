import { useActionData, useRouteLoaderData } from '@remix-run/react';

type Answer = { values?: Readonly<Record<string, unknown>> };

/**
 * The one-time key of a form that creates something: sent twice it creates once. It comes from the server with the
 * page, and a form that is shown again because it was not taken keeps its own.
 */
export function FormKey() {
  const fresh = useRouteLoaderData<{ formKey?: string }>('root')?.formKey;
  const sent = useActionData<Answer | undefined>()?.values?.formKey;
  return (
    <input type="hidden" name="formKey" value={typeof sent === 'string' ? sent : (fresh ?? '')} readOnly />
  );
}
