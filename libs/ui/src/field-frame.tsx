import { Field as BaseField } from '@base-ui/react/field';
import type { ReactElement, ReactNode } from 'react';

export interface FieldProps {
  /** The name by which the server's errors find this field. */
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string | undefined;
  /** What is wrong with a value, in a sentence; null when nothing is. Asked when the form is sent. */
  validate?: ((value: unknown) => string | null) | undefined;
}

/** For `validate`: a text may have so many characters, blanks at its ends not counted. */
export function atMost(characters: number): (value: unknown) => string | null {
  return (value) =>
    typeof value === 'string' && [...value.trim()].length > characters
      ? `Write at most ${characters.toLocaleString('en')} characters.`
      : null;
}

/** Class names of a control's box. */
export const CONTROL =
  'w-full rounded-md border-2 border-control bg-surface px-4 py-2.5 text-base text-ink transition-colors placeholder:text-ink-soft hover:border-ink-soft focus:border-line data-invalid:border-failed';

/** What stands around every control of a form: its label, a hint, and its error. */
export function Frame({
  name,
  label,
  hint,
  className = '',
  validate,
  children,
}: FieldProps & { children: ReactElement }) {
  return (
    <BaseField.Root
      name={name}
      {...(validate === undefined ? {} : { validate })}
      className={`flex flex-col gap-1.5 ${className}`}
    >
      <BaseField.Label className="self-start text-base font-semibold">{label}</BaseField.Label>
      {hint !== undefined && <BaseField.Description className="text-sm text-ink-soft">{hint}</BaseField.Description>}
      {children}
      <BaseField.Error className="text-sm font-medium text-failed" />
    </BaseField.Root>
  );
}
