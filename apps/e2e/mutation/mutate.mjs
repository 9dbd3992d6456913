// @ts-check
/** `npx nx mutate nginx [--since=main] [--only=text] [--stacks=2] [--excepted]`: see docs/proxy-contract.md. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    since: { type: 'string' },
    only: { type: 'string' },
    stacks: { type: 'string', default: '4' },
    excepted: { type: 'boolean' },
  },
});
const { status } = spawnSync('npx', ['playwright', 'test', '--config', 'mutation/mutation.config.ts'], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
  env: {
    ...process.env,
    MUTATE_SINCE: values.since ?? '',
    MUTATE_ONLY: values.only ?? '',
    MUTATE_STACKS: values.stacks,
    MUTATE_EXCEPTED: values.excepted ? '1' : '',
  },
});
process.exitCode = status ?? 1;
