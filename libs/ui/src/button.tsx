import type { ComponentProps, MouseEvent } from 'react';
import { buttonLook, type ButtonLook } from './looks';
import { useSingleRun } from './use-single-run';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'onClick'> {
  /** While a returned promise is pending, clicks are ignored. */
  onClick?: ((event: MouseEvent) => unknown) | undefined;
  look?: ButtonLook;
  /** Ignores clicks but keeps the focus, for example while a request is pending. */
  busy?: boolean;
  className?: string;
}

/** A button that acts once per double click. `busy` alone is too late: the second click comes before the next render. */
export function Button(props: ButtonProps) {
  const { look = 'plain', busy = false, className = '', type = 'button', onClick, ...rest } = props;
  const click = useSingleRun(onClick);
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // The second click of a double click must not submit the form either.
        if (busy || event.detail > 1) event.preventDefault();
        else click(event);
      }}
      className={`${buttonLook(look)} ${className}`}
    />
  );
}
