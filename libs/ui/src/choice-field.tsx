import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { CONTROL, type FieldProps, Frame } from './field-frame';

export interface ChoiceFieldProps
  extends FieldProps, Omit<ComponentProps<'select'>, 'className' | 'name' | 'value' | 'defaultValue' | 'onChange'> {
  options: readonly { value: string; label: string }[];
  /** The label of the empty option. */
  nothing?: string;
  value: string;
  onValueChange: (value: string) => void;
}

/** A native select in a form, with label and error message. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, hint, className, options, nothing, value, onValueChange, ...select } = props;
  return (
    <Frame name={name} label={label} hint={hint} className={className}>
      <BaseField.Control
        value={value}
        onValueChange={onValueChange}
        render={
          <select {...select}>
            {nothing !== undefined && <option value="">{nothing}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        }
        className={`${CONTROL} min-h-11 cursor-pointer`}
      />
    </Frame>
  );
}
