/** `main`: the primary action, at most one per page. `danger`: a destructive action. `quiet`: no border. */
export type ButtonLook = 'main' | 'plain' | 'danger' | 'quiet';

const BASE =
  'inline-flex print:hidden min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md border-2 text-base font-semibold whitespace-nowrap no-underline transition-colors select-none disabled:cursor-default aria-disabled:cursor-default aria-busy:cursor-progress aria-busy:opacity-70';

const LOOKS: Record<ButtonLook, string> = {
  main: 'px-5 border-line bg-line text-on-line hover:border-line-deep hover:bg-line-deep',
  plain: 'px-5 border-control bg-transparent text-ink hover:border-ink hover:bg-sunken',
  danger: 'px-5 border-failed bg-failed text-on-failed hover:opacity-90',
  quiet: 'border-transparent bg-transparent px-3 text-ink-soft hover:bg-sunken hover:text-ink',
};

/** Class names of a button, also for links that look like one. */
export function buttonLook(look: ButtonLook = 'plain'): string {
  return `${BASE} ${LOOKS[look]}`;
}

/** Class names of a link in running text. */
export const linkLook =
  'font-semibold text-line underline decoration-2 underline-offset-4 transition-colors hover:text-line-deep';
