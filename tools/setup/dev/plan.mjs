// @ts-check
import { join } from 'node:path';

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
 */
export function devPorts(host) {
  return {
    web: Number(host.env['TANDEM_DEV_PORT'] ?? 5173),
    api: Number(host.env['TANDEM_API_PORT'] ?? 8000),
  };
}

/**
 * The two servers of development. The paths are those of the containers: Vite passes on what Nginx would.
 *
 * @param {ReadHost} host
 * @param {Ports} ports
 * @returns {{url: string, mail: string, python: string, cwd: string, env: NodeJS.ProcessEnv, migrate: Server[], servers: Server[]}}
 *   where Django runs and how, and what runs
 */
export function devPlan(host, ports) {
  const url = `http://localhost:${ports.web}`;
  const python = join(host.root, 'apps/api/.venv/bin/python');
  const cwd = join(host.root, 'apps/api');
  const env = {
    DATABASE_URL: `sqlite:///${join(host.root, '.tandem/dev.sqlite3')}`,
    ...host.env,
    TANDEM_ENVIRONMENT: 'development',
    TANDEM_PUBLIC_URL: url,
    // Lines are read from a pipe, which Python would fill before it writes.
    PYTHONUNBUFFERED: '1',
  };
  /** @param {string[]} args @returns {Server} */
  const manage = (...args) => ({ name: 'api', program: python, args: ['manage.py', ...args], cwd, env });
  return {
    url,
    mail: `http://127.0.0.1:${ports.api}/mail/`,
    python,
    cwd,
    env,
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
        env: { ...host.env, TANDEM_API_PORT: String(ports.api) },
      },
    ],
  };
}
