// @ts-check
import { createServer } from 'node:net';
import { portOf, settingsOf } from '../host/settings.mjs';

/** @import { ReadHost } from '../host/host.mjs' */

/**
 * @typedef {object} Address
 * @property {number} port
 * @property {string} bind the interface that Nginx is published on
 * @property {string} url what to open in a browser
 */

/**
 * Where the stack will be: what Nx hands to Compose says so.
 *
 * @param {ReadHost} host
 * @returns {Address}
 * @throws {Trouble} when the port is none
 */
export function addressOf(host) {
  const settings = settingsOf(host);
  const port = portOf(host, 'APP_PORT', 8080);
  const bind = settings['APP_BIND'] || '127.0.0.1';
  return { port, bind, url: settings['APP_PUBLIC_URL'] || `http://localhost:${port}` };
}

/**
 * Who listens on the address, our own stack aside.
 *
 * @param {ReadHost} host
 * @param {Address} address
 * @returns {Promise<string | undefined>} words for a person; nothing when the way is free
 */
export async function whoHolds(host, { port, bind }) {
  if (await isFree(port, bind)) return undefined;
  const format = '{{.Names}} {{.Label "com.docker.compose.project"}}';
  const ran = await host.run('docker', ['ps', '--filter', `publish=${port}`, '--format', format]);
  const [container, project] = ran.out.trim().split(' ');
  if (project === (host.env['COMPOSE_PROJECT_NAME'] ?? 'tandem')) return undefined;
  return container ? `the container ${container}` : 'another program';
}

/**
 * @param {number} port
 * @param {string} bind
 * @returns {Promise<boolean>}
 */
export function isFree(port, bind) {
  return new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, bind, () => server.close(() => resolve(true)));
  });
}
