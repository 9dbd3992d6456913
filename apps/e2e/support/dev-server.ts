import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { E2E_ROOT } from './paths';

/** `npm run dev` beside the one that a developer may have open. */
export interface DevServer {
  url: string;
  /** Variables of the command: ports, a database and the probe. */
  environment: Record<string, string>;
}

const VARIABLE = 'TANDEM_E2E_DEV';

/**
 * Choose where this run's development server is. Playwright's workers read their configuration again: they get the same answer
 * from the environment, which they inherit.
 */
export async function devServer(): Promise<DevServer> {
  const chosen = process.env[VARIABLE];
  if (chosen) return JSON.parse(chosen) as DevServer;
  const server = await choose();
  process.env[VARIABLE] = JSON.stringify(server);
  return server;
}

async function choose(): Promise<DevServer> {
  const [web, api] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'tandem-dev-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    url: `http://localhost:${web}`,
    environment: {
      TANDEM_DEV_PORT: String(web),
      TANDEM_API_PORT: String(api),
      DATABASE_URL: `sqlite:///${join(folder, 'dev.sqlite3')}`,
      DJANGO_SETTINGS_MODULE: 'probe.settings',
      PYTHONPATH: E2E_ROOT,
    },
  };
}
