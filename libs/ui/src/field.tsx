import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import { CONTROL, type FieldProps, Frame } from './field-frame';

type ControlProps = Omit<ComponentProps<typeof BaseField.Control>, 'className' | 'style' | 'render' | 'name' | 'size'>;

/** The control's box, or a heading that can be written in. */
const SIZES = {
  normal: `${CONTROL} min-h-11`,
  display:
    'w-full border-b-2 border-control bg-transparent pt-1 pb-2 text-2xl leading-tight font-semibold tracking-tighter text-ink transition-colors hover:border-ink-soft focus:border-line focus:outline-none data-invalid:border-failed',
};

/** One line of text with its label, and its error beside it. A blank placeholder tells the line whether it is filled. */
export function TextField({
  name,
  label,
  hint,
  className,
  validate,
  size = 'normal',
  ...control
}: FieldProps & ControlProps & { size?: keyof typeof SIZES }) {
  return (
    <Frame name={name} label={label} hint={hint} className={className} validate={validate}>
      <BaseField.Control placeholder=" " {...control} className={SIZES[size]} />
    </Frame>
  );
}

/** Many lines of text; it grows with what is in it. */
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
        {...control}
        render={<textarea rows={rows} />}
        className={`${CONTROL} field-sizing-content min-h-48 resize-y`}
      />
    </Frame>
  );
}
