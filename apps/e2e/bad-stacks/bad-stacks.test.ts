/**
 * Runs the contract against Nginx configurations with one classic mistake each. It must fail in exactly the rows that the
 * mistake breaks. A folder holds the files that replace those of docker/nginx/conf, and the expected rows in broken-rows.json.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const run = promisify(execFile);

const folder = import.meta.dirname;
const root = join(folder, '../../..');
const stacks = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const readJson = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8')) as unknown;

/** Run the contract with this Nginx configuration and return the rows that failed. */
async function failedRows(configuration: string, reports: string): Promise<string[]> {
  const { stdout, stderr } = await run('npx', ['playwright', 'test'], {
    cwd: join(folder, '..'),
    env: { ...process.env, CONTRACT: '1', CONTRACT_REPORTS: reports, APP_E2E_NGINX: configuration },
    maxBuffer: 1 << 26,
  }).catch((failure: { stdout: string; stderr: string }) => failure);
  try {
    const { rows } = readJson(reports, 'proxy-contract/rows.json') as { rows: { id: string; verdict: string }[] };
    return rows.filter(({ verdict }) => verdict === 'failed').map(({ id }) => id);
  } catch (cause) {
    throw new Error(`The contract wrote no report:\n${stdout}\n${stderr}`, { cause });
  }
}

// Two at a time: much of such a run waits for timeouts.
describe('an incorrect configuration', { concurrency: 2 }, () => {
  for (const { name } of stacks) {
    it(`fails exactly the rows that it breaks: ${name}`, async () => {
      const temporary = mkdtempSync(join(tmpdir(), 'app-bad-stack-'));
      // A subfolder, since mkdtemp's folder is not readable for Nginx's user.
      const configuration = join(temporary, 'nginx');
      const reports = join(root, 'reports/e2e/bad-stacks', name);
      rmSync(reports, { recursive: true, force: true });
      try {
        cpSync(join(root, 'docker/nginx/conf'), configuration, { recursive: true });
        cpSync(join(folder, name), configuration, { recursive: true });
        const { broken } = readJson(folder, name, 'broken-rows.json') as { broken: object };
        assert.deepEqual((await failedRows(configuration, reports)).sort(), Object.keys(broken).sort());
      } finally {
        rmSync(temporary, { recursive: true, force: true });
      }
    });
  }
});
