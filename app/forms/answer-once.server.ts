import type { Viewer } from '~/domain/accounts/sessions.server';
import { createOnce } from '~/domain/form-keys.server';
import type { FormValues } from './parse-form.server';

/**
 * What a form creates is created once, however often the same form is sent with the same content. `create` returns the
 * path where its answer leads, or a refusal, which comes back. A form without a key (a program's) has no such promise.
 */
export async function answerOnce<T>(
  { request, viewer }: { request: Request; viewer: Viewer },
  values: FormValues,
  create: () => Promise<string | T>,
): Promise<string | T> {
  const { formKey } = values;
  if (typeof formKey !== 'string' || !/^[\w-]{16,64}$/.test(formKey)) return create();
  return createOnce(viewer.userId, [new URL(request.url).pathname, values], create);
}
