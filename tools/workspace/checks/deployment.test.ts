import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { workspaceRoot } from './scratch';

const reports = mkdtempSync(join(tmpdir(), 'deployment-check-'));

afterAll(() => {
  rmSync(reports, { recursive: true });
});

it.each([
  ['nonsense', /BASE_URL is no address of a deployment: nonsense\./],
  ['ftp://localhost', /BASE_URL is no address of a deployment: ftp:\/\/localhost\./],
  // Without a name server the answer is another.
  [
    'http://nowhere.invalid',
    /Nothing answers at http:\/\/nowhere\.invalid, which BASE_URL names: (?:ENOTFOUND|EAI_AGAIN)/,
  ],
  ['http://127.0.0.1:2', /Nothing answers at http:\/\/127\.0\.0\.1:2, which BASE_URL names: ECONNREFUSED\./],
])('the suite asks nothing of a deployment that is not there: %s', (address, sentence) => {
  const env = { ...process.env, BASE_URL: address, CONTRACT: '1', CONTRACT_REPORTS: reports };
  const ran = spawnSync('npx', ['playwright', 'test'], { cwd: join(workspaceRoot, 'apps/e2e'), env, encoding: 'utf8' });
  expect(ran.status).toBe(1);
  expect(`${ran.stdout}${ran.stderr}`).toMatch(sentence);
  expect(ran.stdout).not.toMatch(/\d+ (?:passed|failed)/);
});
