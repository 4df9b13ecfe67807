import { useNavigation, useSubmit } from '@remix-run/react';
import { useMemo, useRef, useState, type FormEvent } from 'react';
import { useForm, type FieldErrors, type FieldValues, type UseFormRegisterReturn } from 'react-hook-form';

/** What an action answers when it refuses: what was typed, and what is wrong with it. */
export interface ActionAnswer {
  values?: Readonly<Record<string, unknown>>;
  errors?: Readonly<Record<string, string | undefined>>;
}

/**
 * A light check at once; the server has the last word. Gives what is wrong, or undefined. Every field that must be filled
 * needs one, or a person who has mended all that was named is told of more. Lines of one name come as one text.
 */
export type Rule = (value: string) => string | undefined;

export interface ActionFormOptions {
  actionData?: ActionAnswer | null;
  rules?: Readonly<Record<string, Rule>>;
  /** What the form begins with, by field. */
  values?: Readonly<Record<string, unknown>>;
}

export interface ActionField {
  name: string;
  id: string;
  defaultValue: string | undefined;
  error: string | undefined;
  registration: UseFormRegisterReturn;
}

/**
 * A Remix form that also speaks up before it is sent. Without scripts it is a plain form;
 * spread `form.props` on <Form>, `form.field(name)` on a field, `form.summary` on <ErrorSummary>.
 */
export function useActionForm({ actionData, rules = {}, values }: ActionFormOptions) {
  const submit = useSubmit();
  const navigation = useNavigation();
  const [attempts, setAttempts] = useState(0);
  const sent = useRef<HTMLFormElement | null>(null);
  const given = actionData?.errors;
  // Its identity has to stay the same between renders, or react-hook-form renders for ever.
  const serverErrors = useMemo(() => toFieldErrors(given), [given]);
  const { register, trigger, formState } = useForm<FieldValues>({
    // Not on blur: a message that appears between mouse-down and mouse-up moves the button away from the click.
    mode: 'onSubmit',
    reValidateMode: 'onChange',
    errors: serverErrors,
    shouldFocusError: false,
  });
  const errors = currentErrors(formState.errors, given);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    sent.current = form;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    if (submitter instanceof HTMLButtonElement && submitter.formNoValidate) return;
    event.preventDefault();
    void trigger().then((valid) => {
      if (valid) submit(submitter instanceof HTMLButtonElement ? submitter : form);
      else setAttempts((count) => count + 1);
    });
  }

  function field(name: string): ActionField {
    const rule = rules[name];
    return {
      name,
      id: name,
      defaultValue: toText(actionData?.values?.[name] ?? values?.[name]),
      error: errors[name],
      registration: register(name, { validate: () => rule?.(textIn(sent.current, name)) ?? true }),
    };
  }

  return {
    props: { method: 'post' as const, noValidate: true, onSubmit },
    field,
    errors,
    /** On top of the form: what is wrong as of the last try, and when that was. */
    summary: { errors: attempts > 0 || given ? errors : undefined, focusKey: given ?? attempts },
    isSubmitting: navigation.state !== 'idle' && navigation.formMethod === 'POST',
  };
}

function toFieldErrors(given: ActionAnswer['errors']): FieldErrors | undefined {
  if (!given) return undefined;
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, message]) =>
      message ? [[name, { type: 'server', message }]] : [],
    ),
  );
}

/** What react-hook-form holds, less what the server no longer says of fields it does not know. */
function currentErrors(held: FieldErrors, given: ActionAnswer['errors']): Record<string, string> {
  const known: [string, string][] = [];
  for (const [name, error] of Object.entries(held)) {
    const message = error?.message;
    if (typeof message !== 'string' || message === '') continue;
    if (error?.type === 'server' && !given?.[name]) continue;
    known.push([name, message]);
  }
  return Object.fromEntries(known);
}

/** What stands in the form under a name: also radios and lines that are not registered one by one. */
function textIn(form: HTMLFormElement | null, name: string): string {
  return form ? new FormData(form).getAll(name).join('\n') : '';
}

function toText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === false) return undefined;
  if (Array.isArray(value)) return value.map((each) => String(each)).join(',');
  if (typeof value === 'object') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
