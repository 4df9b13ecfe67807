import type { ReactNode } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import * as m from '~/paraglide/messages';
import { OptionalMark } from './form-parts';

/** What every field takes; `form.field(name)` of useActionForm gives all but the label. */
export interface FieldProps {
  name: string;
  label: ReactNode;
  /** The id of the input; its name if left out. */
  id?: string;
  defaultValue?: string;
  error?: string;
  hint?: ReactNode;
  /** Marks the field as （选填）. */
  optional?: boolean;
  registration?: UseFormRegisterReturn;
  disabled?: boolean;
  /** The label is there for those who listen only. */
  hideLabel?: boolean;
}

export type FieldWidth = 'xs' | 's' | 'm' | 'full';

/** The ids of what describes a field, for aria-describedby. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
}

/** What an input needs of its field: name, id, aria and the registration with react-hook-form. */
export function inputProps({ name, id = name, hint, error, registration, disabled, optional }: FieldProps) {
  return {
    id,
    name,
    disabled,
    'aria-describedby': describedBy(id, hint, error),
    'aria-invalid': error ? (true as const) : undefined,
    'aria-required': optional || disabled ? undefined : (true as const),
    ...(registration
      ? { onChange: registration.onChange, onBlur: registration.onBlur, ref: registration.ref }
      : undefined),
  };
}

/** The class names of an input. */
export function inputClass(error: string | undefined, width: FieldWidth = 'full', extra = ''): string {
  return ['input', width === 'full' ? '' : `w-${width}`, extra, error ? 'wrong' : '']
    .filter(Boolean)
    .join(' ');
}

/** A field: label, hint, error, then the input given as its content. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  hideLabel,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={id} className={hideLabel ? 'vh' : undefined}>
        {label}
        {optional ? <OptionalMark /> : null}
      </label>
      <Remarks id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** The hint and the error of a field. */
export function Remarks({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="err" id={`${id}-error`}>
          <span className="vh">{m.common_error_prefix()}</span>
          {error}
        </p>
      ) : null}
    </>
  );
}
