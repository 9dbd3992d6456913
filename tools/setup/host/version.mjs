// @ts-check

/**
 * Finds the first dotted number in what a program says about itself (`v20.19.0`, `Docker version 26.1.5+dfsg1, build …`).
 *
 * @param {string} text
 * @returns {string | undefined}
 */
export function findVersion(text) {
  return /\d+(?:\.\d+)+/.exec(text)?.[0];
}

/**
 * Compares number by number; a missing number counts as 0.
 *
 * @param {string | undefined} version none is never enough
 * @param {string} minimum
 * @returns {boolean}
 */
export function isAtLeast(version, minimum) {
  if (version === undefined) return false;
  const have = version.split('.').map(Number);
  const want = minimum.split('.').map(Number);
  for (let i = 0; i < Math.max(have.length, want.length); i++) {
    const difference = (have[i] ?? 0) - (want[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}
