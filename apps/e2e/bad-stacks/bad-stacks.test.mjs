// @ts-check
/**
 * The suite against configurations with a classic mistake each: it must fail in exactly the rows that the mistake breaks.
 * A folder holds the files that replace those of docker/nginx/conf, and in `broken-rows.json` what must turn red.
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

/**
 * Run the contract on a stack with this configuration.
 *
 * @param {string} configuration the folder that Nginx reads
 * @param {string} reports where the report goes
 * @returns {Promise<string[]>} the rows that failed
 */
async function failedRows(configuration, reports) {
  const { stdout, stderr } = await run('npx', ['playwright', 'test'], {
    cwd: join(folder, '..'),
    env: { ...process.env, CONTRACT: '1', CONTRACT_REPORTS: reports, APP_E2E_NGINX: configuration },
    maxBuffer: 1 << 26,
  }).catch((/** @type {{stdout: string, stderr: string}} */ failure) => failure);
  try {
    const { rows } = JSON.parse(readFileSync(join(reports, 'proxy-contract/rows.json'), 'utf8'));
    return rows
      .filter((/** @type {{verdict: string}} */ row) => row.verdict === 'failed')
      .map((/** @type {{id: string}} */ row) => row.id);
  } catch (cause) {
    throw new Error(`The suite left no report:\n${stdout}\n${stderr}`, { cause });
  }
}

// Side by side: half of such a run waits for what a wrong configuration never does.
describe('a configuration with a mistake', { concurrency: 2 }, () => {
  for (const { name } of stacks) {
    it(`fails in exactly the rows that it breaks: ${name}`, async () => {
      const temporary = mkdtempSync(join(tmpdir(), 'app-bad-stack-'));
      // Inside, since the folder itself is closed to Nginx's user.
      const configuration = join(temporary, 'nginx');
      const reports = join(root, 'reports/e2e/bad-stacks', name);
      rmSync(reports, { recursive: true, force: true });
      try {
        cpSync(join(root, 'docker/nginx/conf'), configuration, { recursive: true });
        const { broken } = JSON.parse(readFileSync(join(folder, name, 'broken-rows.json'), 'utf8'));
        cpSync(join(folder, name), configuration, { recursive: true });
        assert.deepEqual((await failedRows(configuration, reports)).sort(), Object.keys(broken).sort());
      } finally {
        rmSync(temporary, { recursive: true, force: true });
      }
    });
  }
});
