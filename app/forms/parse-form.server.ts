import { z } from 'zod';

z.config({ jitless: true }); // its JIT probe is a CSP violation where this code reaches a browser

export type FormValues = Record<string, string | string[]>;
export type FormErrors = Record<string, string>;
export type FormResult<T> =
  { ok: true; data: T; values: FormValues } | { ok: false; values: FormValues; errors: FormErrors };

/** Neither database keeps NUL, and a lone surrogate is no text. */
const clean = (text: string) => text.replace(/\0/g, '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD');

/** What was typed: one string a field, a list for the fields named in `lists`; files are left out. */
export function formValues(form: FormData, lists: readonly string[] = []): FormValues {
  const values: FormValues = {};
  for (const name of lists) values[name] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const before = values[name];
    if (Array.isArray(before)) before.push(clean(value));
    else values[name] = clean(value);
  }
  return values;
}

/** Checks what was typed; errors are one localised sentence a field, and what was typed comes back. */
export function parseValues<S extends z.ZodType>(values: FormValues, schema: S): FormResult<z.output<S>> {
  const result = schema.safeParse(values);
  if (result.success) return { ok: true, data: result.data, values };
  const errors: FormErrors = {};
  for (const issue of result.error.issues) errors[issue.path.join('.') || 'form'] ??= issue.message;
  return { ok: false, values, errors };
}

/** Reads a posted form and checks it against `schema`, whose input is strings and lists of strings. */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  { lists = [] }: { lists?: readonly string[] } = {},
): Promise<FormResult<z.output<S>>> {
  return parseValues(formValues(await request.formData(), lists), schema);
}
