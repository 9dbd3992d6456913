import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseEnv } from 'node:util';
import { fakeDocker } from '../fake-docker.ts';
import { root, run } from '../shell.ts';

/** Two local images, without a registry: only `$1 $2` = `image inspect` of a name with `local/` succeeds. */
const NO_REGISTRY = `case $* in
  'image inspect local/'*) ;;
  'pull '*) echo 'dial tcp: lookup registry: no such host' >&2; exit 1 ;;
  'context show') echo desktop-linux ;;
  *) exit 1 ;;
esac`;

test("local base images are used with the engine's own builder, whichever builder is active", async (context) => {
  const clone = join(fakeDocker(context, NO_REGISTRY), 'clone');
  cpSync(join(root, 'tools/setup'), join(clone, 'tools/setup'), { recursive: true });
  mkdirSync(join(clone, 'docker/base-images'), { recursive: true });
  mkdirSync(join(clone, 'docker/stack'));
  for (const file of ['docker-bake.hcl', 'stack/compose.postgres.yaml']) {
    cpSync(join(root, 'docker', file), join(clone, 'docker', file));
  }
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const build = 'for (const name of process.argv.slice(2)) console.log(`${name}=local/${name.toLowerCase()}`);';
  writeFileSync(join(clone, 'docker/base-images/build.ts'), build);
  writeFileSync(join(clone, '.env.local'), 'APP_PORT=9000\n');
  // Adds the image of the server.
  const APP_DATABASE = 'postgres';

  const runStep = (code: string, builder: string, inherited: NodeJS.ProcessEnv = {}) => {
    const program = `import { baseImages as step } from './tools/setup/steps/base-images.ts'; ${code}`;
    const images = { NODE_IMAGE: '', PYTHON_IMAGE: '', NGINX_IMAGE: '', POSTGRES_IMAGE: '' };
    const env = { ...images, APP_DATABASE, BUILDX_BUILDER: builder, ...inherited };
    return run('node', ['--input-type=module', '--eval', program], { cwd: clone, env });
  };
  const lines = [
    'APP_PORT=9000',
    ...['NODE', 'PYTHON', 'NGINX', 'POSTGRES'].map((name) => `${name}_IMAGE=local/${name.toLowerCase()}_image`),
  ];
  const text = [...lines, 'BUILDX_BUILDER=desktop-linux', ''].join('\n');
  // The second time below Nx, which loads the file.
  for (const inherited of [{}, { ...parseEnv(text), BUILDX_BUILDER: 'in-a-container' }]) {
    const result = await runStep('await step.fix(console.log)', 'in-a-container', inherited);
    assert.ok(result.ok, result.output);
    assert.equal(readFileSync(join(clone, '.env.local'), 'utf8'), text);
  }

  const check = 'console.log((await step.check()).message)';
  assert.match((await runStep(check, '')).stdout, /^local\/node_image, /);
  assert.match(
    (await runStep(check, 'in-a-container')).stdout,
    /^The builder in-a-container cannot read local base images\. /,
  );
});
