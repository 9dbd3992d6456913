/** `unreached`: unknown, because an earlier hop failed. */
export type CheckState = 'ok' | 'failed' | 'unreached';

export interface Check {
  id: string;
  name: string;
  state: CheckState;
  /** What is checked. */
  what: string;
  /** Null if nothing was measured. */
  durationMs: number | null;
  /** The version of the program, or the value that was compared. Null if unknown, or hidden from signed-out users. */
  version: string | null;
  /** What to do about a failure. */
  fix: string | null;
}

export interface SystemReport {
  /** The hops of a request in order, from the browser to the database. */
  hops: Check[];
  /** Values that must be the same at both ends. */
  consistency: Check[];
  checkedAt: Date;
}

export function summarize({ hops, consistency }: SystemReport): string {
  const failed = [...hops, ...consistency].filter(({ state }) => state === 'failed').map(({ name }) => name);
  return failed.length === 0 ? 'All systems working' : `Not working: ${failed.join(', ')}`;
}
