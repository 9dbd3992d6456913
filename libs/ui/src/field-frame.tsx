import { Field as BaseField } from '@base-ui/react/field';
import type { ReactElement, ReactNode } from 'react';

export interface FieldProps {
  /** The key of the field's errors in the form's `errors`. */
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string | undefined;
  /** Returns an error message or null. Called when the form is submitted. */
  validate?: ((value: unknown) => string | null) | undefined;
}

/** Returns a `validate` function that limits the length, not counting spaces at the ends. */
export function atMost(characters: number): (value: unknown) => string | null {
  return (value) =>
    typeof value === 'string' && [...value.trim()].length > characters
      ? `Write at most ${characters.toLocaleString('en')} characters.`
      : null;
}

export const CONTROL =
  'w-full rounded-md border-2 border-control bg-surface px-4 py-2.5 text-base text-ink transition-colors placeholder:text-ink-soft hover:border-ink-soft focus:border-line data-invalid:border-failed';

/** Label, hint and error message around a control. */
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
