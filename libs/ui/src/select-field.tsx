import { type ComponentProps, useId } from 'react';

export interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'className' | 'id' | 'onChange'> {
  label: string;
  options: readonly { value: string; label: string }[];
  onValueChange: (value: string) => void;
}

/** A short choice. The browser's own list: the best one on a phone, and no script. */
export function SelectField({ label, options, onValueChange, ...select }: SelectFieldProps) {
  // Beside the list, not around it: the label's text would be taken to include every option.
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-sm text-ink-soft">
        {label}
      </label>
      <select
        {...select}
        id={id}
        onChange={(event) => {
          onValueChange(event.target.value);
        }}
        className="min-h-11 cursor-pointer rounded-md border-2 border-transparent bg-paper py-1 pr-1 pl-2 text-base font-semibold text-ink hover:bg-sunken"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
