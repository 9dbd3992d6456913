// @ts-check
import { join } from 'node:path';
import { portOf, settingsOf } from '../host/settings.mjs';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Server } from './servers.mjs' */

/**
 * @typedef {object} Ports
 * @property {number} web what the browser opens
 * @property {number} api Django, behind Vite
 */

/**
 * @param {ReadHost} host
 * @returns {Ports}
 * @throws {Trouble} when one is no port
 */
export function devPorts(host) {
  return {
    web: portOf(host, 'TANDEM_DEV_PORT', 5173),
    api: portOf(host, 'TANDEM_API_PORT', 8000),
  };
}

/**
 * Django as it is in development, whatever it is asked to do.
 *
 * @param {ReadHost} host
 * @param {string} [url] what people open
 * @returns {{program: string, cwd: string, env: NodeJS.ProcessEnv}} Python, where it runs, and what it is told
 */
export function devDjango(host, url = 'http://localhost') {
  return {
    program: join(host.root, 'apps/api/.venv/bin/python'),
    cwd: join(host.root, 'apps/api'),
    env: {
      DATABASE_URL: `sqlite:///${join(host.root, '.tandem/dev.sqlite3')}`,
      ...settingsOf(host),
      TANDEM_ENVIRONMENT: 'development',
      TANDEM_PUBLIC_URL: url,
      // Lines are read from a pipe, which Python would fill before it writes.
      PYTHONUNBUFFERED: '1',
    },
  };
}

/**
 * The two servers of development. The paths are those of the containers: Vite passes on what Nginx would.
 *
 * @param {ReadHost} host
 * @param {Ports} ports
 * @returns {{url: string, mail: string, migrate: Server[], servers: Server[]}}
 */
export function devPlan(host, ports) {
  const url = `http://localhost:${ports.web}`;
  const settings = settingsOf(host);
  const { program, cwd, env } = devDjango(host, url);
  /** @param {string[]} args @returns {Server} */
  const manage = (...args) => ({ name: 'api', program, args: ['manage.py', ...args], cwd, env });
  return {
    url,
    mail: `http://127.0.0.1:${ports.api}/mail/`,
    migrate: [manage('migrate', '--verbosity', '0'), manage('createcachetable')],
    servers: [
      manage('runserver', `127.0.0.1:${ports.api}`),
      {
        name: 'web',
        program: process.execPath,
        args: [
          join(host.root, 'node_modules/vite/bin/vite.js'),
          '--port',
          String(ports.web),
          '--strictPort',
          '--clearScreen',
          'false',
        ],
        cwd: join(host.root, 'apps/web'),
        env: { ...settings, TANDEM_API_PORT: String(ports.api) },
      },
    ],
  };
}
