import { Form as BaseForm } from '@base-ui/react/form';
import type { ComponentProps } from 'react';
import { closeToasts } from './toast';

export interface FormProps extends Pick<ComponentProps<typeof BaseForm>, 'children' | 'className' | 'aria-label'> {
  /** Error messages by field name. The first field with an error receives the focus. */
  errors?: Readonly<Record<string, string[]>>;
  onSubmit: () => void;
}

/** A form with client-side validation and errors from the server. */
export function Form({ errors = {}, onSubmit, children, ...props }: FormProps) {
  return (
    <BaseForm
      {...props}
      errors={errors}
      onSubmit={(event) => {
        event.preventDefault();
        // Close earlier success toasts, so that "Saved" is not shown next to an error.
        closeToasts();
        onSubmit();
      }}
    >
      {children}
    </BaseForm>
  );
}
