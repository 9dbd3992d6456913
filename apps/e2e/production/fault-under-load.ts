import { Load } from '../faults/load.ts';
import { expect } from '../support/expect.ts';
import { saveFigure } from '../support/figures.ts';

/** Requests before the fault, and requests in a row that must be served after it. */
const SERVED = 200;
/** Milliseconds within which the load must be served again. A limit against hanging tests, not a goal. */
const RECOVERY_TIMEOUT_MS = 60_000;
/** A response whose connection ended early. Its client knows that it is incomplete. */
const CUT = /: (?:aborted|socket hang up|read ECONNRESET) \(/;

export interface Expectation {
  /** Whether responses that were being sent may be cut, because the process that sent them was killed. */
  mayCut?: boolean;
}

/**
 * Cause a fault under load and wait until requests are served again. Every failed request must get an honest response (502 to
 * 504 with Retry-After, or no connection), and every acknowledged write must be found once in the database.
 *
 * @param name of the fault, for the figures
 * @returns the number of requests that were not served
 */
export async function faultUnderLoad(
  name: string,
  origin: string,
  fault: () => Promise<unknown>,
  { mayCut = false }: Expectation = {},
): Promise<number> {
  const load = new Load(origin, { writes: 'rows' });
  try {
    await expect.poll(() => load.served).toBeGreaterThan(SERVED);
    const started = performance.now();
    await fault();
    await expect.poll(() => load.servedInARow, { timeout: RECOVERY_TIMEOUT_MS }).toBeGreaterThan(SERVED);

    const { failures, missing, repeated } = await load.stop();
    expect({ missing, repeated }).toEqual({ missing: [], repeated: [] });
    expect(failures.filter((failure) => !(mayCut && CUT.test(failure)))).toEqual([]);
    const failed = load.refused + load.unconnected + failures.length;
    const seconds = Math.max(0, load.lastTrouble - started) / 1000;
    const found = `${load.acknowledged} writes acknowledged, ${load.acknowledged - missing.length} found`;
    saveFigure(
      name,
      `${failed} of ${load.served + failed} requests failed, the last after ${seconds.toFixed(1)} s; ${found}`,
    );
    return failed;
  } finally {
    await load.end();
  }
}
