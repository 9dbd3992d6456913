import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
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
  cpSync(join(root, 'docker/docker-bake.hcl'), join(clone, 'docker/docker-bake.hcl'));
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const build = 'for (const name of process.argv.slice(2)) console.log(`${name}=local/${name.toLowerCase()}`);';
  writeFileSync(join(clone, 'docker/base-images/build.ts'), build);
  writeFileSync(join(clone, '.env.local'), 'APP_PORT=9000\n');

  const runStep = (code: string, builder: string) => {
    const program = `import { baseImages as step } from './tools/setup/steps/base-images.ts'; ${code}`;
    const env = { NODE_IMAGE: '', PYTHON_IMAGE: '', NGINX_IMAGE: '', BUILDX_BUILDER: builder };
    return run('node', ['--input-type=module', '--eval', program], { cwd: clone, env });
  };
  const result = await runStep('await step.fix(console.log)', 'in-a-container');
  assert.ok(result.ok, result.output);
  const lines = [
    'APP_PORT=9000',
    ...['NODE', 'PYTHON', 'NGINX'].map((name) => `${name}_IMAGE=local/${name.toLowerCase()}_image`),
  ];
  assert.equal(
    readFileSync(join(clone, '.env.local'), 'utf8'),
    [...lines, 'BUILDX_BUILDER=desktop-linux', ''].join('\n'),
  );

  const check = 'console.log((await step.check()).message)';
  assert.match((await runStep(check, '')).stdout, /^local\/node_image, /);
  assert.match(
    (await runStep(check, 'in-a-container')).stdout,
    /^The builder in-a-container cannot read local base images\. /,
  );
});
