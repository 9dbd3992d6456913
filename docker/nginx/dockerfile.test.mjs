// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** @param {string} path */
const read = (path) => readFileSync(`${root}${path}`, 'utf8');
const web = read('apps/web/Dockerfile');

/** @param {string} dockerfile */
function stagesOfDjangosFiles(dockerfile) {
  const start = dockerfile.indexOf('FROM ${PYTHON_IMAGE} AS requirements');
  const end = dockerfile.indexOf('&& mv /repo/dist/apps/api/static /static');
  return dockerfile.slice(start, end);
}

test('collects Django’s static files by the very stages of the API’s image, so that the engine runs them once', () => {
  const api = stagesOfDjangosFiles(read('apps/api/Dockerfile'));
  assert.match(api, /collectstatic/);
  assert.equal(stagesOfDjangosFiles(web), api);
});

test('copies the package.json of every workspace before `npm ci`, which compares them with the lockfile', () => {
  /** @type {string[]} */
  const workspaces = JSON.parse(read('package.json')).workspaces;
  const folders = workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const parent = pattern.slice(0, -2);
    return readdirSync(`${root}${parent}`).map((name) => `${parent}/${name}`);
  });
  assert.ok(folders.length > 3);
  const missing = folders.filter((folder) => !web.includes(`COPY ${folder}/package.json ${folder}/\n`));
  assert.deepEqual(missing, []);
});
