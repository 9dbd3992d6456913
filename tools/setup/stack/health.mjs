// @ts-check
import { setTimeout as delay } from 'node:timers/promises';
import { Trouble } from '../host/trouble.mjs';

const PATIENCE_SECONDS = 60;

/**
 * Asks by the way that a browser takes: the servers' own checks say nothing about the way between them.
 *
 * @param {string} url
 * @param {AbortSignal} [stop] when nobody waits any longer
 * @returns {Promise<boolean>} false when nobody waits
 * @throws {Trouble} when the API does not say in time that it is ready
 */
export async function waitUntilServed(url, stop) {
  const end = Date.now() + PATIENCE_SECONDS * 1000;
  let last = 'no answer';
  while (Date.now() < end) {
    if (stop?.aborted) return false;
    try {
      const response = await fetch(new URL('/api/readyz', url), { signal: AbortSignal.timeout(5000) });
      if (response.ok) return true;
      last = `status ${response.status}`;
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await delay(200);
  }
  throw new Trouble(
    `${url}/api/readyz was not ready after ${PATIENCE_SECONDS} seconds: ${last}.`,
    'Look at what the servers wrote.',
  );
}
