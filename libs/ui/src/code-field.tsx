import type { ComponentProps } from 'react';
import { TextField } from './field';
import { FormError, type FormErrorProps } from './form-error';

/** A field for the code of a mail. */
export function CodeField(props: Omit<ComponentProps<typeof TextField>, 'name' | 'label' | 'size'>) {
  return (
    <TextField
      className="max-w-96"
      hint="Eight letters from the email, valid for 15 minutes."
      autoCapitalize="characters"
      {...props}
      name="key"
      label="Code"
      autoComplete="one-time-code"
      spellCheck={false}
      required
    />
  );
}

/** An error that belongs to no field. allauth answers 409 to a code that is used, expired or was tried too often. */
export function CodeError({ error, renew }: { error: FormErrorProps['error']; renew: string }) {
  return <FormError error={error} texts={{ 409: { title: 'This code is no longer valid', detail: renew } }} />;
}
