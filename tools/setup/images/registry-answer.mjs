// @ts-check

/**
 * What a failed pull says about the registry.
 *
 * - `unreachable`: there is none for this network: its name does not resolve, or its address refuses the connection.
 * - `refused`, `limited`, `passing`: it is there; another time or a sign-in helps, other images would only hide it.
 *
 * @typedef {'unreachable' | 'limited' | 'refused' | 'passing'} RegistryAnswer
 */

/** The engine reports its own proxy's faults with the same words as the registry's. */
const PROXY = /proxyconnect|proxy connect/i;
const ENGINE = /cannot connect to the docker daemon|docker daemon socket/i;

/**
 * Classifies by what the engine's HTTP client says. Whatever is not plainly unreachable is an error to show.
 *
 * @param {string} text the failed command's output
 * @returns {RegistryAnswer}
 */
export function readPullFailure(text) {
  if (/toomanyrequests|too many requests|\b429\b/i.test(text)) return 'limited';
  if (
    /pull access denied|unauthorized|authentication required|manifest unknown|not found: manifest|\b40[134]\b/i.test(
      text,
    )
  )
    return 'refused';
  if (PROXY.test(text) || ENGINE.test(text)) return 'passing';
  if (/no such host/i.test(text)) return 'unreachable';
  if (/connect: connection refused|read: connection refused/i.test(text)) return 'unreachable';
  return 'passing';
}
