import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps } from 'react';
import { buttonLook, type ButtonLook } from './button-look';

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className' | 'style' | 'render'> {
  look?: ButtonLook;
  /** Work is under way: further presses do nothing, and the button keeps its focus and its name. */
  busy?: boolean;
  className?: string;
}

/** A control that does something here; what leads elsewhere is a link. */
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
