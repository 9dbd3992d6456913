import { Form as BaseForm } from '@base-ui/react/form';
import { type ComponentProps, useEffect, useRef } from 'react';
import { closeToasts } from './toast';
import { useSingleRun } from './use-single-run';

export interface FormProps extends Pick<ComponentProps<typeof BaseForm>, 'children' | 'className' | 'aria-label'> {
  /** Usually an `ApiError`. The first field with an error receives the focus. */
  error?: { fieldErrors: Readonly<Record<string, string[]>> } | null;
  /** While a returned promise is pending, the form is not submitted again. */
  onSubmit: () => unknown;
}

/** A form with client-side validation and errors from the server. */
export function Form({ error, onSubmit, children, ...props }: FormProps) {
  const errors = error?.fieldErrors ?? {};
  const form = useRef<HTMLFormElement>(null);
  const submit = useSingleRun(onSubmit);
  const messages = JSON.stringify(errors);
  // Base UI looks for invalid fields once after a submit, which is before the server has responded.
  useEffect(() => {
    const names = Object.keys(JSON.parse(messages) as object);
    const controls = [...(form.current?.elements ?? [])];
    const invalid = controls.find((control) => names.includes(control.getAttribute('name') ?? ''));
    if (invalid instanceof HTMLElement) invalid.focus();
  }, [messages]);
  return (
    <BaseForm
      {...props}
      ref={form}
      errors={errors}
      onSubmit={(event) => {
        event.preventDefault();
        // Close earlier success toasts, so that "Saved" is not shown next to an error.
        closeToasts();
        submit();
      }}
    >
      {children}
    </BaseForm>
  );
}
