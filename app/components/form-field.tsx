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

function inputClass(error: string | undefined, width: FieldWidth = 'full', extra = ''): string {
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

export interface TextFieldProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search';
  width?: FieldWidth;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  maxLength?: number;
  placeholder?: string;
  /** Proposals, by the id of a datalist. */
  list?: string;
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const {
    type = 'text',
    width,
    autoComplete,
    inputMode,
    maxLength,
    placeholder,
    list,
    defaultValue,
    error,
  } = props;
  return (
    <Field {...props}>
      <input
        {...inputProps(props)}
        className={inputClass(error, width)}
        defaultValue={defaultValue}
        {...{ type, autoComplete, inputMode, maxLength, placeholder, list }}
      />
    </Field>
  );
}

export interface TextAreaFieldProps extends FieldProps {
  rows?: number;
  maxLength?: number;
}

/** Several lines of text. */
export function TextAreaField(props: TextAreaFieldProps) {
  return (
    <Field {...props}>
      <textarea
        {...inputProps(props)}
        className={inputClass(props.error)}
        defaultValue={props.defaultValue}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
      />
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: ReactNode;
}

export interface SelectFieldProps extends FieldProps {
  options: readonly Option[];
  /** The first, empty choice: 请选择. */
  placeholder?: string;
  width?: FieldWidth;
}

/** One of a few. */
export function SelectField(props: SelectFieldProps) {
  return (
    <Field {...props}>
      <select
        {...inputProps(props)}
        className={inputClass(props.error, props.width ?? 'm')}
        defaultValue={props.defaultValue ?? ''}
      >
        {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface NumberFieldProps extends FieldProps {
  /** What stands behind the number: 天, 元, 万元. */
  affix?: string;
  decimal?: boolean;
  width?: FieldWidth;
}

/** A number, typed as text so that nothing changes it by scrolling; separators are welcome. */
export function NumberField(props: NumberFieldProps) {
  const { affix, decimal = false, width = 's', defaultValue, error } = props;
  const input = (
    <input
      {...inputProps(props)}
      className={inputClass(error, width, 'n-in')}
      defaultValue={defaultValue}
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
    />
  );
  return (
    <Field {...props}>
      {affix ? (
        <span className="affix">
          {input}
          <span>{affix}</span>
        </span>
      ) : (
        input
      )}
    </Field>
  );
}

/** An amount of money in 元 or 万元. */
export function MoneyField({
  unit = 'yuan',
  ...props
}: FieldProps & { unit?: 'yuan' | 'wan'; width?: FieldWidth }) {
  return (
    <NumberField {...props} decimal affix={unit === 'wan' ? m.common_unit_wan() : m.common_unit_yuan()} />
  );
}

export interface DateFieldProps extends FieldProps {
  /** 'YYYY-MM-DD' */
  min?: string;
  max?: string;
  /** A month instead of a day: 'YYYY-MM'. */
  month?: boolean;
}

/** A calendar day, or a month. */
export function DateField(props: DateFieldProps) {
  return (
    <Field {...props}>
      <input
        {...inputProps(props)}
        type={props.month ? 'month' : 'date'}
        className={inputClass(props.error, 'm')}
        defaultValue={props.defaultValue}
        min={props.min}
        max={props.max}
        placeholder={props.month ? 'YYYY-MM' : 'YYYY-MM-DD'}
      />
    </Field>
  );
}

/** A file to send along; the form needs encType="multipart/form-data". */
export function FileField(props: FieldProps & { accept?: string; multiple?: boolean }) {
  return (
    <Field {...props}>
      <input
        {...inputProps(props)}
        type="file"
        className="file"
        accept={props.accept}
        multiple={props.multiple}
      />
    </Field>
  );
}
