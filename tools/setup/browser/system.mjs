// @ts-check

/** @import { ReadHost } from '../host/host.mjs' */

/** Where distributions put it; the end-to-end tests look in the same places. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A browser of the system that really runs: Ubuntu's `chromium-browser` is a script that only says to install a snap.
 *
 * @param {ReadHost} host
 * @returns {Promise<string | undefined>} its version and path, for a person
 */
export async function systemBrowser(host) {
  for (const path of PATHS.filter((candidate) => host.exists(candidate))) {
    const { code, out } = await host.run(path, ['--version'], { timeout: 10_000 });
    if (code === 0) return `${out.trim().split(' built')[0]} (${path})`;
  }
  return undefined;
}
