import type { ReactNode } from 'react';
import { Remarks, describedBy, type FieldProps, type Option } from './form-field';
import { OptionalMark } from './form-parts';

export interface ChoiceOption extends Option {
  /** Fields that belong to this choice, shown under it. */
  children?: ReactNode;
}

export interface RadioGroupProps extends FieldProps {
  options: readonly ChoiceOption[];
}

export interface CheckboxGroupProps extends Omit<FieldProps, 'defaultValue'> {
  options: readonly ChoiceOption[];
  /** The values that are checked. */
  defaultValue?: readonly string[] | string;
  /** Side by side, for short labels. */
  grid?: boolean;
}

/** One of several, all in sight. */
export function RadioGroup(props: RadioGroupProps) {
  return (
    <Choices {...props} type="radio" checked={props.defaultValue === undefined ? [] : [props.defaultValue]} />
  );
}

/** Any of several. */
export function CheckboxGroup({ defaultValue = [], ...props }: CheckboxGroupProps) {
  const checked = typeof defaultValue === 'string' ? defaultValue.split(',').filter(Boolean) : defaultValue;
  return <Choices {...props} type="checkbox" checked={checked} />;
}

interface ChoicesProps extends Omit<FieldProps, 'defaultValue'> {
  type: 'radio' | 'checkbox';
  options: readonly ChoiceOption[];
  checked: readonly string[];
  grid?: boolean;
}

/** The first input carries the id of the field, so that the error summary leads to it. */
function Choices({ type, options, checked, grid = false, ...props }: ChoicesProps) {
  const { name, id = name, label, hint, error, optional, hideLabel, registration, disabled } = props;
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={describedBy(id, hint, error)}>
      <legend className={hideLabel ? 'vh' : undefined}>
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      <Remarks id={id} hint={hint} error={error} />
      <div className={grid ? 'choice grid' : 'choice'}>
        {options.map((option, index) => (
          <Choice key={option.value} option={option}>
            <input
              type={type}
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={checked.includes(option.value)}
              disabled={disabled}
              aria-describedby={error ? `${id}-error` : undefined}
              onChange={registration?.onChange}
              onBlur={registration?.onBlur}
              ref={registration?.ref}
            />
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Choice({ option, children }: { option: ChoiceOption; children: ReactNode }) {
  return (
    <>
      {/* The words are nested: the whole line is the target. */}
      <label>
        {children}
        <span>{option.label}</span>
        {option.hint ? <span className="hint">{option.hint}</span> : null}
      </label>
      {option.children ? <div className="conditional">{option.children}</div> : null}
    </>
  );
}

/** One thing to agree to or to switch on. */
export function CheckboxField(
  props: Omit<FieldProps, 'defaultValue'> & { defaultChecked?: boolean; value?: string },
) {
  const { name, id = name, label, hint, error, registration, disabled, defaultChecked, value = 'on' } = props;
  return (
    <div className={error ? 'field bad' : 'field'}>
      {error ? <Remarks id={id} error={error} /> : null}
      <div className="choice">
        <label>
          <input
            type="checkbox"
            id={id}
            name={name}
            value={value}
            defaultChecked={defaultChecked}
            disabled={disabled}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${id}-error` : undefined}
            onChange={registration?.onChange}
            onBlur={registration?.onBlur}
            ref={registration?.ref}
          />
          <span>{label}</span>
          {hint ? <span className="hint">{hint}</span> : null}
        </label>
      </div>
    </div>
  );
}

/** Several inputs that answer one question: a range, an amount with its unit. */
export function FieldGroup({
  label,
  hint,
  error,
  id,
  optional,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  id: string;
  optional?: boolean;
  children: ReactNode;
}) {
  return (
    <fieldset className={error ? 'field bad' : 'field'} aria-describedby={describedBy(id, hint, error)}>
      <legend>
        {label}
        {optional ? <OptionalMark /> : null}
      </legend>
      <Remarks id={id} hint={hint} error={error} />
      <div className="inline">{children}</div>
    </fieldset>
  );
}
