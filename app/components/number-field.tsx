import * as m from '~/paraglide/messages';
import { Field, inputClass, inputProps, type FieldProps, type FieldWidth } from './field';

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
