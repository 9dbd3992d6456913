// @ts-check

/** @typedef {readonly [major: number, minor: number, patch: number]} Version */

/**
 * @param {string} text `1.2.3` or `v1.2.3`
 * @returns {Version | undefined} nothing for a pre-release: it is taken only if somebody names it
 */
export function readVersion(text) {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** @param {Version} a @param {Version} b @returns {number} below 0 if `a` is older */
export function compareVersions(a, b) {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/**
 * @param {readonly string[]} tags
 * @param {string} version the one that is here
 * @returns {string | undefined} the tag of the newest later version
 */
export function newestAfter(tags, version) {
  const here = readVersion(version) ?? /** @type {const} */ ([0, 0, 0]);
  return tags
    .flatMap((tag) => {
      const read = readVersion(tag);
      return read === undefined || compareVersions(read, here) <= 0 ? [] : [{ tag, read }];
    })
    .sort((a, b) => compareVersions(b.read, a.read))[0]?.tag;
}
