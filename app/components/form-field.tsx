import type { ReactNode } from 'react';
import { Field, inputClass, inputProps, type FieldProps, type FieldWidth } from './field';

export { Field, Remarks, describedBy, inputProps, type FieldProps, type FieldWidth } from './field';
export {
  DateField,
  FileField,
  MoneyField,
  NumberField,
  type DateFieldProps,
  type NumberFieldProps,
} from './number-field';

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
