// @ts-check
import { visitNotIgnoredFiles } from '@nx/devkit';
import { edit } from './edit.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Answers } from '../record.mjs' */

/**
 * The ports on this machine. Those inside the containers are nobody's business outside, and stay.
 *
 * @param {Tree} tree
 * @param {Answers} answers
 */
export function ports(tree, { port, devPort, apiPort }) {
  if (port !== 8080) {
    edit(tree, 'docker/stack/compose.yaml', /(TANDEM_PORT:-)8080/g, `$1${port}`);
    edit(tree, 'tools/setup/stack/address.mjs', "'TANDEM_PORT', 8080", `'TANDEM_PORT', ${port}`);
    edit(
      tree,
      'tools/setup/stack/address.test.mjs',
      /(addressOf\(fakeHost\(\)\)\.url, 'http:\/\/localhost:)8080/,
      `$1${port}`,
    );
    edit(tree, 'docs/deployment.md', '`127.0.0.1` and 8080', `\`127.0.0.1\` and ${port}`);
    sayEverywhere(tree, 8080, port);
  }
  if (devPort !== 5173) {
    edit(tree, 'tools/setup/dev/plan.mjs', /(TANDEM_DEV_PORT', )5173/, `$1${devPort}`);
    edit(tree, 'tools/setup/dev/plan.test.mjs', /(devPorts\(fakeHost\(\)\), \{ web: )5173/, `$1${devPort}`);
    edit(tree, 'apps/web/vite.config.ts', /(TANDEM_DEV_PORT \?\? )5173/, `$1${devPort}`);
    edit(tree, 'docs/guides/add-a-second-python-service.md', /(TANDEM_DEV_PORT \?\? )5173/, `$1${devPort}`);
    edit(tree, 'docs/development.md', '5173 is taken', `${devPort} is taken`);
    edit(tree, 'docs/development.md', /TANDEM_DEV_PORT=5174/g, `TANDEM_DEV_PORT=${devPort + 1}`);
    edit(tree, '.vscode/launch.json', '"--port", "5173"', `"--port", "${devPort}"`);
    sayEverywhere(tree, 5173, devPort);
  }
  if (apiPort !== 8000) {
    edit(tree, 'tools/setup/dev/plan.mjs', /(TANDEM_API_PORT', )8000/, `$1${apiPort}`);
    edit(tree, 'tools/setup/dev/plan.test.mjs', /(devPorts\(fakeHost\(\)\), \{ web: \d+, api: )8000/, `$1${apiPort}`);
    edit(tree, 'apps/web/vite.config.ts', /(TANDEM_API_PORT \?\? )8000/, `$1${apiPort}`);
    edit(tree, 'apps/api/project.json', 'runserver 127.0.0.1:8000', `runserver 127.0.0.1:${apiPort}`);
    edit(tree, 'docs/guides/add-a-second-web-app.md', /(TANDEM_API_PORT \?\? ')8000/, `$1${apiPort}`);
    edit(tree, '.vscode/launch.json', '"TANDEM_API_PORT": "8000"', `"TANDEM_API_PORT": "${apiPort}"`);
    sayEverywhere(tree, 8000, apiPort);
  }
}

/**
 * Where people read of an address on their machine, and where an editor starts something there.
 *
 * @param {Tree} tree
 * @param {number} from
 * @param {number} to
 */
function sayEverywhere(tree, from, to) {
  const address = new RegExp(`\\b(localhost|127\\.0\\.0\\.1):${from}\\b`, 'g');
  for (const folder of ['docs', '.vscode']) {
    visitNotIgnoredFiles(tree, folder, (path) => {
      const text = tree.read(path, 'utf8') ?? '';
      if (text.search(address) !== -1) tree.write(path, text.replace(address, `$1:${to}`));
    });
  }
}
