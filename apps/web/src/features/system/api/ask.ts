import { ApiError } from '@app/api-client';

/** An answer with the time it took, or the error in its place. */
export type Asked<Data> =
  { ok: true; data: Data; response: Response; durationMs: number } | { ok: false; error: ApiError; durationMs: number };

/** Measures a call and keeps its failure as a value: a failed check is a finding, not an exception. */
export async function ask<Data>(call: () => Promise<{ data?: Data; response: Response }>): Promise<Asked<Data>> {
  const started = performance.now();
  try {
    const { data, response } = await call();
    const durationMs = performance.now() - started;
    if (data === undefined) throw new Error('An answer without a body.');
    return { ok: true, data, response, durationMs };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    const known = error instanceof ApiError ? error : ApiError.fromNetwork(error);
    return { ok: false, error: known, durationMs: performance.now() - started };
  }
}
