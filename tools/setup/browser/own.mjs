// @ts-check
import { join } from 'node:path';
import { hasApt } from '../host/as-root.mjs';
import { installPackages } from '../host/apt.mjs';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

export const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const PATH_OF_BROWSER = `console.log(require('playwright-core').chromium.executablePath())`;

/**
 * Playwright notes a finished download in a file; asking Playwright itself takes half a second.
 *
 * @param {ReadHost} host
 * @returns {string | undefined} the build, when both of its programs are there: with a window and without
 */
export function ownBrowser(host) {
  const list = host.read('node_modules/playwright-core/browsers.json');
  if (list === undefined) return undefined;
  /** @type {{browsers: {name: string, revision: string}[]}} */
  const { browsers } = JSON.parse(list);
  const revision = browsers.find(({ name }) => name === 'chromium')?.revision;
  const cache = host.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const folder = host.env['PLAYWRIGHT_BROWSERS_PATH'] || join(host.home, cache, 'ms-playwright');
  const isThere = ['chromium', 'chromium_headless_shell'].every((name) =>
    host.exists(join(folder, `${name}-${revision}`, 'INSTALLATION_COMPLETE')),
  );
  return isThere ? revision : undefined;
}

/**
 * Installs the system's libraries that the downloaded browser misses, if it misses any.
 *
 * @param {Host} host
 * @throws {Trouble} when it does not run in the end
 */
export async function supplyLibraries(host) {
  const path = (await host.run(process.execPath, ['-e', PATH_OF_BROWSER])).out.trim();
  const first = await host.run(path, ['--version']);
  if (first.code === 0) return;
  if (hasApt(host)) {
    const listed = await host.run(process.execPath, [PLAYWRIGHT, 'install-deps', '--dry-run', 'chromium']);
    await installPackages(host, readDependencies(listed.out), {
      because: 'The browser needs libraries of the system.',
    });
  }
  const second = await host.run(path, ['--version']);
  if (second.code !== 0)
    throw new Trouble(
      `The browser does not run: ${lastLine(second)}`,
      'Run `npx playwright install-deps chromium` as root.',
    );
}

/**
 * Playwright lists what is missing indented, one package a line.
 *
 * @param {string} output
 * @returns {string[]}
 */
export function readDependencies(output) {
  return [...output.matchAll(/^ {2}([a-z0-9][a-z0-9.+-]+)$/gm)].flatMap(([, name]) => name ?? []);
}
