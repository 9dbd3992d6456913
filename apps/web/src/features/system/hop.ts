/** `unreached`: it could not be asked, since a hop before it failed. */
export type HopState = 'ok' | 'failed' | 'unreached';

/** What one check found out. */
export interface Check {
  id: string;
  name: string;
  state: HopState;
  /** What was checked, in a few words. */
  what: string;
  /** Milliseconds that it took; null where there is nothing to measure. */
  durationMs: number | null;
  /** What runs there; null when it does not say, or not to people who are signed out. */
  version: string | null;
  /** What is wrong and what to do about it; null when all is well. */
  fix: string | null;
}

/** Everything the page shows at one moment. */
export interface SystemReport {
  /** The line, in the order of the request's way. */
  hops: Check[];
  /** What has to arrive unchanged at the other end. */
  cargo: Check[];
  checkedAt: Date;
}
