import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ImageNames } from './images/names';
import { Registry } from './images/registry';
import { expectSuccess, Scratch, type NxRun } from './scratch';

/** Names of this check alone, so that those in use are left alone. */
const TAG = 'images-check';
const VERSION = '9.9.9';

let registry: Registry;
let names: ImageNames;
let here: Scratch;
/** The same tree in another folder, for a machine that has the engine's images but none of these. */
let there: Scratch;

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** The tag of each image's content, from what its task said. */
function contents({ output }: NxRun): Record<'web' | 'api', string> {
  const tagOf = (name: string) => new RegExp(`${name}: \\w+, (content-\\d+-linux-\\w+)`).exec(output)?.[1] ?? '';
  return { web: tagOf('web'), api: tagOf('api') };
}

function build(scratch: Scratch): Promise<NxRun> {
  return scratch.nx('run-many', '-t', 'docker-build', '-p', 'web,api', '--outputStyle=static');
}

beforeAll(async () => {
  names = new ImageNames(TAG);
  registry = new Registry();
  await registry.start();
  const env = { TAG, VERSION, TANDEM_IMAGE_REGISTRY: `${registry.address}/check` };
  here = new Scratch(env);
  there = new Scratch(env);
  // Inputs that nobody else has, another run of this check included, cut off before it could take its images away:
  // what the engine held before is somebody's, and stays.
  const own = `# images.test.ts ${randomUUID()}\n`;
  for (const { root } of [here, there]) {
    appendFileSync(join(root, 'docker/nginx/conf/http/caching.conf'), own);
    appendFileSync(join(root, 'apps/api/healthcheck.py'), own);
  }
});

afterAll(async () => {
  names.forget();
  here[Symbol.dispose]();
  there[Symbol.dispose]();
  await registry[Symbol.asyncDispose]();
});

describe('images by content', () => {
  it('are built once: the same inputs get the same image, without a build', async () => {
    const first = await build(here);
    expectSuccess(first);
    const before = names.ids();

    const second = await build(here);
    expectSuccess(second);
    expect(second.output).toMatch(/web: unchanged, content-/);
    expect(second.output).toMatch(/api: unchanged, content-/);
    expect(second.output).not.toContain('load build definition');
    expect(names.ids()).toEqual(before);
  });

  it('are pushed with their content and their version', async () => {
    const pushed = await here.nx('run', 'stack:push', '--outputStyle=static');
    expectSuccess(pushed);
    const { web, api } = contents(pushed);
    expect(await registry.tags('check/web')).toEqual([VERSION, web]);
    expect(await registry.tags('check/api')).toEqual([VERSION, api]);
    // Names of the registry are no use on this machine.
    expect(docker('image', 'ls', '--quiet', '--filter', `reference=${registry.address}/*/*`)).toBe('');
  });

  it('are pulled on another machine, and not built', async () => {
    const before = names.ids();
    names.forget();

    const other = await build(there);
    expectSuccess(other);
    expect(other.output).toMatch(/web: pulled, content-/);
    expect(other.output).toMatch(/api: pulled, content-/);
    expect(other.output).not.toContain('load build definition');
    expect(names.ids()).toEqual(before);
  });
});

describe('a registry', () => {
  it('that is read-only gets nothing, and is said to be', async () => {
    await registry.start({ isReadOnly: true });
    appendFileSync(join(here.root, 'apps/api/healthcheck.py'), '# Edited.\n');
    const before = [await registry.tags('check/web'), await registry.tags('check/api')];

    const pushed = await here.nx('run', 'stack:push', '--outputStyle=static');
    expect(pushed.exitCode).not.toBe(0);
    expect(pushed.output).toMatch(/✗ The registry 127\.0\.0\.1:\d+\/check is read-only for us: /);
    expect([await registry.tags('check/web'), await registry.tags('check/api')]).toEqual(before);
  });

  it('that is gone costs a build a sentence, and fails a push', async () => {
    await registry.stop();
    names.forget();

    const built = await build(here);
    expectSuccess(built);
    expect(built.output).toMatch(/The registry \S+ cannot be reached: .* The image is built here\./);
    const pushed = await here.nx('run', 'stack:push', '--outputStyle=static');
    expect(pushed.exitCode).not.toBe(0);
    expect(pushed.output).toMatch(/✗ The registry \S+ cannot be reached: /);
  });
});

describe('an engine', () => {
  it('that does not answer is said in a sentence', async () => {
    there.env['DOCKER_HOST'] = 'unix:///nonexistent/docker.sock';
    const built = await build(there);
    expect(built.exitCode).not.toBe(0);
    expect(built.output).toMatch(/✗ The image web could not be built\. Container engine: None answers: /);
  });
});
