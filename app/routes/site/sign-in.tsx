import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { Button } from '~/components/button';
import { TextField } from '~/components/form-field';
import { ErrorSummary, FormActions } from '~/components/form-parts';
import { Link } from '~/components/link';
import { Notice } from '~/components/notice';
import { PageHead } from '~/components/page-head';
import { checkPassword } from '~/domain/accounts/sign-in.server';
import { parseForm } from '~/forms/parse-form.server';
import { useActionForm } from '~/forms/use-action-form';
import { redirectTo } from '~/http.server';
import * as m from '~/paraglide/messages';
import { paths, safeReturnTo } from '~/paths';
import { guard } from '~/session/guard.server';
import { startSession } from '~/session/session.server';

export const meta: MetaFunction = () => [{ title: m.common_title({ page: m.session_sign_in() }) }];

export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

const schema = z.object({
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email({ error: () => m.session_email_needed() })),
  password: z
    .string()
    .min(1, { error: () => m.session_password_needed() })
    .max(1000),
  returnTo: z.string().optional(),
});

export const loader = guard('public', ({ request, viewer }) => {
  const returnTo = safeReturnTo(new URL(request.url).searchParams.get('returnTo'), '');
  if (viewer) throw redirectTo(returnTo || paths.account());
  return { returnTo };
});

export const action = guard('public', async ({ request, context }) => {
  const form = await parseForm(request, schema);
  const values = { email: form.values.email };
  if (!form.ok) return data({ values, errors: form.errors }, { status: 422 });
  const { email, password, returnTo } = form.data;
  const checked = await checkPassword(email, password, context.network);
  if (!checked.ok) {
    const refused = (status: number, form: string, headers?: HeadersInit) =>
      data({ values, errors: { form } }, { status, headers });
    return checked.reason === 'too-many'
      ? refused(429, m.session_too_many(), { 'Retry-After': String(checked.retryAfter) })
      : refused(422, m.session_wrong());
  }
  const cookie = await startSession(checked.membershipId);
  // Who came for nothing in particular wants to see what waits for them.
  throw redirectTo(safeReturnTo(returnTo, paths.account()), { 'Set-Cookie': cookie });
});

export default function SignInPage() {
  const { returnTo } = useLoaderData<typeof loader>();
  const form = useActionForm({
    actionData: useActionData<typeof action>(),
    rules: {
      email: (value) => (value.includes('@') ? undefined : m.session_email_needed()),
      password: (value) => (value ? undefined : m.session_password_needed()),
    },
  });
  return (
    <>
      <PageHead title={m.session_sign_in()} lede={m.session_lede()} />
      <div className="stack loose">
        <ErrorSummary {...form.summary} />
        {returnTo ? <Notice>{m.session_needed()}</Notice> : null}
        <Form {...form.props} className="form" reloadDocument>
          <input type="hidden" name="returnTo" value={returnTo} />
          <TextField
            {...form.field('email')}
            label={m.session_email()}
            type="email"
            autoComplete="username"
          />
          <TextField
            {...form.field('password')}
            label={m.session_password()}
            type="password"
            autoComplete="current-password"
          />
          <FormActions>
            <Button tone="act" type="submit">
              {m.session_sign_in()}
            </Button>
          </FormActions>
        </Form>
        <p className="soft">
          {m.session_help()} <Link href={paths.feedback()}>{m.session_help_link()}</Link>
        </p>
      </div>
    </>
  );
}
