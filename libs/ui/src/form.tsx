import { Form as BaseForm } from '@base-ui/react/form';
import type { ComponentProps } from 'react';
import { closeToasts } from './toast';

export interface FormProps extends Pick<ComponentProps<typeof BaseForm>, 'children' | 'className' | 'aria-label'> {
  /** The server's messages by field name. Focus goes to the first field that has one. */
  errors?: Readonly<Record<string, string[]>>;
  onSubmit: () => void;
}

/** A form whose errors may come from the server. It never clears what was typed. */
export function Form({ errors = {}, onSubmit, children, ...props }: FormProps) {
  return (
    <BaseForm
      {...props}
      errors={errors}
      onSubmit={(event) => {
        event.preventDefault();
        // "Saved" must not stand over a refusal.
        closeToasts();
        onSubmit();
      }}
    >
      {children}
    </BaseForm>
  );
}
