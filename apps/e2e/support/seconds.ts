/**
 * How long something takes from now on.
 *
 * @param atMost seconds after which nobody waits any more; where a time limit is looked for, a little more than it
 * @returns seconds
 * @throws Error when it has not happened by then
 */
export async function secondsUntil(happened: Promise<unknown>, atMost = Infinity): Promise<number> {
  const started = performance.now();
  await (Number.isFinite(atMost) ? Promise.race([happened, givingUp(happened, atMost)]) : happened);
  return (performance.now() - started) / 1000;
}

/** Rejects after so many seconds, unless something happened before. */
function givingUp(happened: Promise<unknown>, seconds: number): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`It has not happened in ${seconds} seconds.`)), seconds * 1000);
    const stop = () => clearTimeout(timer);
    happened.then(stop, stop);
  });
}
