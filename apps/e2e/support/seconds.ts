/**
 * How long something takes from now on.
 *
 * @returns seconds
 */
export async function secondsUntil(happened: Promise<unknown>): Promise<number> {
  const started = performance.now();
  await happened;
  return (performance.now() - started) / 1000;
}
