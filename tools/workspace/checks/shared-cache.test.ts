import { appendFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CacheServer } from './cache-server';
import { expectSuccess, Scratch } from './scratch';

/** Tasks with files as their result that take little time; one for each test, since a clone has its own cache too. */
const [SHARED, ALONE, SILENT] = ['setup:typecheck', 'stack:typecheck', 'nginx:typecheck'] as const;

let server: CacheServer;
let clone: Scratch;

beforeAll(() => {
  server = new CacheServer();
  clone = new Scratch();
});

afterAll(() => {
  clone[Symbol.dispose]();
  server[Symbol.dispose]();
});

describe('the shared cache', () => {
  it("takes from main's CI, gives to everybody, and takes nothing from a pull request", async () => {
    Object.assign(clone.env, await server.variables('write'));
    const main = await clone.nx('run', SHARED);
    expect(main.tasks[SHARED], main.output).toMatchObject({ cacheStatus: 'cache-miss', status: 0 });
    const entries = server.entries();
    expect(entries).toContain(main.tasks[SHARED]?.hash);

    using pullRequest = new Scratch(await server.variables('read'));
    const same = await pullRequest.nx('run', SHARED);
    expect(same.tasks[SHARED], same.output).toMatchObject({ cacheStatus: 'remote-cache-hit', status: 0 });

    appendFileSync(join(pullRequest.root, 'tools/setup/command.mjs'), '\n// A change.\n');
    const changed = await pullRequest.nx('run', SHARED);
    expectSuccess(changed);
    expect(changed.tasks[SHARED], changed.output).toMatchObject({ cacheStatus: 'cache-miss', status: 0 });
    expect(server.entries()).toEqual(entries);
  });

  it('is missed by nobody when it cannot be reached', async () => {
    Object.assign(clone.env, await server.variables('read'));
    server[Symbol.dispose]();
    const run = await clone.nx('run', ALONE);
    expectSuccess(run);
    expect(run.output).toMatch(/shared cache: Going on without the shared cache at http:\S+: connect ECONNREFUSED/);
  });

  it('is not waited for when it hangs', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    clone.env['NX_SELF_HOSTED_REMOTE_CACHE_SERVER'] = `http://127.0.0.1:${port}`;
    const run = await clone.nx('run', SILENT);
    silent.close();
    expectSuccess(run);
    expect(run.output).toMatch(
      /shared cache: Going on without the shared cache at http:\S+: it has sent nothing for 5 s/,
    );
  });
});
