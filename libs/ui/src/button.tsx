import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps } from 'react';
import { buttonLook, type ButtonLook } from './button-look';

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'style' | 'render'> {
  look?: ButtonLook;
  /** Ignores clicks but keeps the focus, for example while a request is pending. */
  busy?: boolean;
  className?: string;
}

export function Button({ look = 'plain', busy = false, className = '', type = 'button', ...props }: ButtonProps) {
  return (
    <BaseButton
      {...props}
      type={type}
      disabled={busy || (props.disabled ?? false)}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={`${buttonLook(look)} ${className}`}
    />
  );
}
