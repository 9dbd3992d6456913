/** Milliseconds that an assertion may wait for what it expects: a bound for hanging, not a goal. */
export const PATIENCE_MS = 20_000;
