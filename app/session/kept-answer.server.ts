import { data } from '@remix-run/node';
import type { UnavailableAnswer } from '~/forms/unavailable';
import { formValues } from '~/forms/parse-form.server';
import { retryAfter } from '~/http.server';

const secret = /password|secret|token/i;

/** A copy of what was posted, to be read only if the action fails; undefined where there is no form to keep. */
export const copyOfForm = (request: Request): Request | undefined =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get('Content-Type') ?? '')
    ? request.clone()
    : undefined;

/** Whether what was posted can be read as the form that it says it is. */
export const isReadable = (copy: Request): Promise<boolean> =>
  copy.formData().then(
    () => true,
    () => false,
  );

/** 503 with the form's content, but for passwords; a field that was sent more than once comes back as a list. */
export async function keptAnswer(copy: Request) {
  const form = await copy.formData();
  for (const name of [...form.keys()]) if (secret.test(name)) form.delete(name);
  const lists = [...new Set(form.keys())].filter((name) => form.getAll(name).length > 1);
  const values = formValues(form, lists);
  const intent = typeof values.intent === 'string' ? values.intent : '';
  const answer: UnavailableAnswer = { unavailable: true, intent, values, errors: {} };
  return data(answer, { status: 503, headers: retryAfter() });
}
