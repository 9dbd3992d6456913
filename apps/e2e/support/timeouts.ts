/** Milliseconds an assertion may wait. A limit against hanging tests, not a performance goal. */
export const ASSERTION_TIMEOUT_MS = 20_000;

/**
 * Measure how long something takes from now on.
 *
 * @param limit seconds after which to give up; to measure a time limit, slightly more than it
 * @returns seconds
 * @throws Error when it has not happened by then
 */
export async function secondsUntil(event: Promise<unknown>, limit = Infinity): Promise<number> {
  const started = performance.now();
  await (Number.isFinite(limit) ? Promise.race([event, rejectAfter(event, limit)]) : event);
  return (performance.now() - started) / 1000;
}

function rejectAfter(event: Promise<unknown>, seconds: number): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`It did not happen within ${seconds} seconds.`)), seconds * 1000);
    const stop = () => clearTimeout(timer);
    event.then(stop, stop);
  });
}
