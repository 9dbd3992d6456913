// @ts-check
/** `npm run template:update`: see docs/template-update.md. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Git, GitError } from '../git.mjs';
import { CannotMake } from '../product-tree.mjs';
import { check, goOn, Refused, update } from './update.mjs';

const HELP = `npm run template:update -- [--check] [--continue] [--from ADDRESS] [--to VERSION]
  --check     says whether a later version is there: exit code 2 if so, 0 if not, 1 if it can't be told
  --continue  goes on once conflicts are resolved
  --from      the template's repository, an address or a folder, if it is not the recorded one
  --to        a tag, branch or commit of it, if it shall not be the newest release`;

const git = new Git(fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, ''));
try {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      continue: { type: 'boolean', default: false },
      from: { type: 'string' },
      to: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  const { from, to } = values;
  const request = { say: console.log, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  if (values.help) console.log(HELP);
  else if (values.check) process.exitCode = check(git, request);
  else if (values.continue) await goOn(git, request);
  else process.exitCode = await update(git, request);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const isExpected = error instanceof Refused || error instanceof GitError || error instanceof CannotMake;
  console.error(`✗ ${error.message.split('\n')[0]}`);
  console.error(isExpected ? '  Nothing was changed.' : '  Everything is as it was.');
  process.exitCode = 1;
}
