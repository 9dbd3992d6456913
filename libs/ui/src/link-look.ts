/** Class names of a link in running text. */
export const linkLook =
  'font-semibold text-line underline decoration-2 underline-offset-4 transition-colors hover:text-line-deep';
