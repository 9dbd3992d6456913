import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps, KeyboardEvent } from 'react';
import { CONTROL, type FieldProps, Frame } from './field-frame';

type ControlProps = Omit<ComponentProps<typeof BaseField.Control>, 'className' | 'style' | 'render' | 'name' | 'size'>;

/** `display` looks like a heading. */
const SIZES = {
  normal: `${CONTROL} min-h-11`,
  display:
    'w-full resize-none field-sizing-content not-supports-[field-sizing:content]:h-36 border-b-2 border-control bg-transparent pt-1 pb-2 text-2xl leading-tight font-semibold tracking-tighter text-ink transition-colors hover:border-ink-soft focus:border-line focus:outline-hidden data-invalid:border-failed',
};

/**
 * A field for a single line. The blank placeholder lets line.css detect an empty field with `:placeholder-shown`. A text
 * of the size `display` wraps, so that it can be read as a whole.
 */
export function TextField({
  name,
  label,
  hint,
  className,
  validate,
  size = 'normal',
  onValueChange,
  ...control
}: FieldProps & ControlProps & { size?: keyof typeof SIZES }) {
  const wraps = size === 'display' && control.type === undefined;
  return (
    <Frame name={name} label={label} hint={hint} className={className} validate={validate}>
      <BaseField.Control
        placeholder=" "
        dir="auto"
        {...(size === 'display' ? { onKeyDown: moveOn } : {})}
        {...(wraps ? { render: <textarea rows={1} /> } : {})}
        {...control}
        onValueChange={(value, details) => {
          // A text area accepts line breaks, for example from the clipboard.
          onValueChange?.(wraps ? value.replaceAll(/\s*\n\s*/g, ' ') : value, details);
        }}
        className={SIZES[size]}
      />
    </Frame>
  );
}

/** A multi-line field that grows with its content. */
export function TextArea({
  name,
  label,
  hint,
  className,
  validate,
  rows = 8,
  ...control
}: FieldProps & ControlProps & { rows?: number }) {
  return (
    <Frame name={name} label={label} hint={hint} className={className} validate={validate}>
      <BaseField.Control
        placeholder=" "
        dir="auto"
        {...control}
        render={<textarea rows={rows} />}
        className={`${CONTROL} field-sizing-content min-h-48 resize-y`}
      />
    </Frame>
  );
}

/** Enter in a title continues in the next field. Without another field it submits the form. */
function moveOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const controls = [...(event.currentTarget.form?.elements ?? [])].filter(
    (control) => control instanceof HTMLElement && !control.hidden && control.matches('input, select, textarea'),
  );
  const next = controls[controls.indexOf(event.currentTarget) + 1];
  event.preventDefault();
  if (next instanceof HTMLElement) next.focus();
  else event.currentTarget.form?.requestSubmit();
}
