// @ts-check
/** @import { Host, ReadHost } from '../host/host.mjs' */

/**
 * Whether somebody sits before a screen of this machine and would be glad of a browser.
 *
 * @param {ReadHost} host
 * @param {string[]} args of the command
 */
export function mayOpenBrowser(host, args) {
  if (args.includes('--no-open') || host.env['BROWSER'] === 'none') return false;
  // A browser over there is of no use to who sits here.
  if (!host.isAttended || host.env['SSH_CONNECTION']) return false;
  if (host.platform === 'darwin' || host.env['WSL_DISTRO_NAME']) return true;
  return Boolean(host.env['DISPLAY'] || host.env['WAYLAND_DISPLAY']);
}

/**
 * Opens an address in the person's browser, or in the one that BROWSER names. That it can't is worth a line, and no more.
 *
 * @param {Host} host
 * @param {string} url
 * @param {string[]} [args] of the command
 */
export async function openBrowser(host, url, args = process.argv.slice(2)) {
  if (!mayOpenBrowser(host, args)) return;
  const name = host.env['BROWSER'];
  try {
    // Not there before the packages are.
    const { default: open } = await import('open');
    await open(url, name ? { app: { name } } : {});
  } catch (error) {
    host.say(`No browser could be opened: ${error instanceof Error ? error.message : error}`);
  }
}
