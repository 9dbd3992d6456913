import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from './images/content';
import { ImageNames } from './images/names';
import { expectSuccess, Scratch } from './scratch.ts';

/** Images of this check have a tag of their own, so that those in use are left alone. */
const TAG = 'precision-check';

let scratch: Scratch;
let names: ImageNames;

async function buildImages() {
  const run = await scratch.nx('run-many', '-t', 'docker-build', '-p', 'web,api');
  expectSuccess(run);
  return { run, ...names.ids() };
}

beforeAll(() => {
  names = new ImageNames(TAG);
  scratch = new Scratch({ TAG });
});

afterAll(() => {
  names.forget();
  scratch[Symbol.dispose]();
});

describe('what an edit changes in the end', () => {
  it("turns a changed field type in a Django schema into a type error of the web app, until it's adapted", async () => {
    const schema = 'apps/api/app/health/schemas.py';
    const before = await scratch.nx('run', 'web:typecheck');
    expectSuccess(before);

    scratch.edit(schema, /^(class System\(BaseModel\)[^]*?\n {4}version: )[^\n]+/m, '$1int');
    const changed = await scratch.nx('run', 'web:typecheck');
    expect(changed.exitCode).not.toBe(0);
    expect(changed.output).toMatch(/src\/features\/system\/.*error.*TS\d+/);

    // The types in the work tree are fresh by now; what would be committed is not.
    const stale = await scratch.nx('run-many', '-t', 'generate', 'generate-check', '-p', 'api-types');
    expect(stale.tasks['api-types:generate-check']?.status).not.toBe(0);
    expect(stale.output).toContain('libs/api-types/openapi.json is stale');

    scratch.restore(schema);
    const adapted = await scratch.nx('run', 'web:typecheck');
    expectSuccess(adapted);
    expect(scratch.git('status', '--porcelain')).toBe('');
  });

  it("gives the API image a new id for a changed view, and leaves the web app's build and image as they were", async () => {
    const before = await buildImages();

    scratch.edit('apps/api/app/health/api.py', /^@router/m, 'EDITED = True\n\n\n@router');
    const after = await buildImages();

    expect(after.api).not.toBe(before.api);
    expect(after.web).toBe(before.web);
    expect(after.run.tasks['web:build']?.cacheStatus).toBe('local-cache-hit');
    scratch.restore('apps/api/app/health/api.py');
  });

  it('makes the same images from a bare clone, without Node or Nx on the host', async () => {
    const { web, api } = await buildImages();

    scratch.run('docker', 'buildx', 'bake', '--file', 'docker/docker-bake.hcl', 'web-from-clone', 'api-from-clone');

    const fromClone = names.ids();
    // Not by their ids: a builder that has made a layer twice may choose either for each, and their files' times differ.
    for (const [kind, ours, theirs] of [
      ['web', web, fromClone.web],
      ['api', api, fromClone.api],
    ] as const) {
      const content = contentOf(scratch, kind, ours);
      expect(content.layers.length).toBeGreaterThan(2);
      expect(contentOf(scratch, kind, theirs), kind).toEqual(content);
    }
  });

  it("changes no image's id with the README", async () => {
    const before = await buildImages();

    appendFileSync(join(scratch.root, 'README.md'), '\nOne more line.\n');
    const after = await buildImages();

    expect([after.web, after.api]).toEqual([before.web, before.api]);
    scratch.restore('README.md');
  });
});
