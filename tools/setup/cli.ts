import { parseArgs } from 'node:util';
import { database } from './commands/database.ts';
import { doctor } from './commands/doctor.ts';
import { start } from './commands/start.ts';
import { test } from './commands/test.ts';
import { requireServerPorts } from './ports.ts';
import { usesPostgres } from './settings.ts';
import { runOnTerminal, UserError } from './shell.ts';
import { requirePlace } from './stack.ts';
import { setUp, type Step } from './step.ts';
import { bench, containers, everything, fuzzer, manifests, testTools, workspace } from './steps/index.ts';

/** The options that were given, with their values. */
type Flags = ReadonlyMap<string, string>;

interface Command {
  /** Without options, all arguments are passed on. */
  options?: Record<string, { type: 'boolean' | 'string' }>;
  /** What the command needs; these chains of steps run first. */
  steps: Step[][];
  run(flags: Flags): Promise<number>;
}

const FLAG = { type: 'boolean' } as const;

const [name = '', ...args] = process.argv.slice(2);

const commands: Record<string, Command> = {
  start: { options: { yes: FLAG }, steps: [workspace, containers], run: start },
  test: {
    options: { affected: FLAG, full: FLAG, production: FLAG, targets: { type: 'string' }, yes: FLAG },
    steps: [testTools, containers],
    run: test,
  },
  setup: { options: { yes: FLAG }, steps: [everything, containers], run: () => Promise.resolve(0) },
  dev: {
    options: { yes: FLAG },
    get steps() {
      return usesPostgres() ? [workspace, containers] : [workspace];
    },
    run: () => requireServerPorts().then(() => runOnTerminal('nx', ['run', 'web:dev'])),
  },
  init: { steps: [workspace], run: () => runOnTerminal('nx', ['generate', '@app/workspace:init', ...args]) },
  // The command of api:database.
  database: {
    get steps() {
      return usesPostgres() ? [containers] : [];
    },
    run: database,
  },
  // The command of stack:preflight.
  preflight: { steps: [], run: () => requirePlace().then(() => 0) },
  // The command of workspace:bench.
  bench: {
    steps: [bench, containers],
    run: () => runOnTerminal('node', ['tools/workspace/bench/main.ts', ...args]),
  },
  // The command of stack:checkov.
  checkov: {
    steps: [manifests],
    run: () =>
      runOnTerminal('.local/checkov/bin/checkov', ['--config-file', 'docker/kubernetes/checkov.yaml', ...args]),
  },
  // Part of e2e:schemathesis.
  schemathesis: { steps: [fuzzer], run: () => Promise.resolve(0) },
  doctor: { options: { json: FLAG }, steps: [], run: doctor },
};

try {
  const command = commands[name];
  if (command === undefined) throw new UserError(`Unknown command "${name}". Use ${Object.keys(commands).join(', ')}.`);
  const flags = readFlags(command.options);
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'];
  await setUp(command.steps, { mayAsk: isTerminal && !flags.has('yes') });
  process.exitCode = await command.run(flags);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(`✗ ${error.message}`);
  process.exitCode = 1;
}

function readFlags(options: Command['options']): Flags {
  if (options === undefined) return new Map();
  const { tokens } = parseArgs({ args, options, tokens: true, strict: false });
  const flags = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !(token.name in options)) {
      const known = Object.keys(options).map((option) => `--${option}`);
      const script = ['start', 'test'].includes(name) ? name : `run ${name}`;
      throw new UserError(`npm ${script} does not accept ${args[token.index] ?? ''}. Options: ${known.join(', ')}.`);
    }
    flags.set(token.name, token.value ?? '');
  }
  return flags;
}
