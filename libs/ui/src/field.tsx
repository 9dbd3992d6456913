import { Field as BaseField } from '@base-ui/react/field';
import type { ComponentProps, ReactElement, ReactNode } from 'react';

interface FieldProps {
  /** The name by which the server's errors find this field. */
  name: string;
  label: string;
  hint?: ReactNode;
  className?: string;
}

type ControlProps = Omit<ComponentProps<typeof BaseField.Control>, 'className' | 'style' | 'render' | 'name' | 'size'>;

const CONTROL =
  'w-full rounded-md border-2 border-control bg-surface px-4 py-2.5 text-base text-ink transition-colors placeholder:text-ink-soft hover:border-ink-soft focus:border-line data-invalid:border-failed';

function Frame({ name, label, hint, className = '', children }: FieldProps & { children: ReactElement }) {
  return (
    <BaseField.Root name={name} className={`flex flex-col gap-1.5 ${className}`}>
      <BaseField.Label className="self-start text-base font-semibold">{label}</BaseField.Label>
      {hint !== undefined && <BaseField.Description className="text-sm text-ink-soft">{hint}</BaseField.Description>}
      {children}
      <BaseField.Error className="text-sm font-medium text-failed" />
    </BaseField.Root>
  );
}

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
  size = 'normal',
  ...control
}: FieldProps & ControlProps & { size?: keyof typeof SIZES }) {
  return (
    <Frame name={name} label={label} hint={hint} {...(className === undefined ? {} : { className })}>
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
  rows = 8,
  ...control
}: FieldProps & ControlProps & { rows?: number }) {
  return (
    <Frame name={name} label={label} hint={hint} {...(className === undefined ? {} : { className })}>
      <BaseField.Control
        placeholder=" "
        {...control}
        render={<textarea rows={rows} />}
        className={`${CONTROL} field-sizing-content min-h-48 resize-y`}
      />
    </Frame>
  );
}
