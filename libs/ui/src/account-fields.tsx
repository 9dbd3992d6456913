import { Field as BaseField } from '@base-ui/react/field';
import { type ComponentProps, useState } from 'react';
import { TextField } from './field';
import { CONTROL, Frame } from './field-frame';
import { EyeIcon } from './icons';

type TextProps = Omit<ComponentProps<typeof TextField>, 'name' | 'label' | 'type' | 'size'>;

/** The email address with which a user signs in, which password managers store as the user name. */
export function EmailField({ label = 'Email', autoComplete = 'username', ...props }: TextProps & { label?: string }) {
  return (
    <TextField
      {...props}
      className="max-w-96"
      name="email"
      label={label}
      type="email"
      autoComplete={autoComplete}
      required
    />
  );
}

export interface PasswordFieldProps extends Omit<TextProps, 'autoComplete' | 'className'> {
  name?: string;
  label?: string;
  /** Tells password managers whether to fill in a password or to create one. */
  autoComplete: 'current-password' | 'new-password';
  /** The email address, in a form that does not ask for it: password managers look for a user name. */
  username?: string | undefined;
}

/** A password, with a button that shows it. */
export function PasswordField(props: PasswordFieldProps) {
  const { name = 'password', label = 'Password', hint, validate, username, ...control } = props;
  const [isShown, setShown] = useState(false);
  return (
    <Frame name={name} label={label} hint={hint} validate={validate} className="max-w-96">
      <div className="relative">
        {username !== undefined && <input type="text" autoComplete="username" value={username} readOnly hidden />}
        <BaseField.Control
          placeholder=" "
          {...control}
          type={isShown ? 'text' : 'password'}
          required
          // Some browsers send the text of spell-checked fields to a server.
          spellCheck={false}
          autoCapitalize="none"
          className={`${CONTROL} min-h-11 pe-13`}
        />
        <button
          type="button"
          aria-pressed={isShown}
          title="Show password"
          className="absolute inset-y-0 end-0 grid min-h-11 w-12 cursor-pointer place-items-center rounded-md text-ink-soft hover:text-ink print:hidden"
          onClick={() => {
            setShown(!isShown);
          }}
        >
          <EyeIcon crossed={isShown} />
          <span className="sr-only">Show password</span>
        </button>
      </div>
    </Frame>
  );
}
