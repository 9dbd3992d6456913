import { spawnSync } from 'node:child_process';

/** Runs a program and returns its standard output. If it fails, the error contains the last lines it wrote. */
export function run(program: string, ...args: string[]): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return stdout;
  const reason = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Error(`\`${[program, ...args].join(' ')}\` failed:\n${reason}`);
}

/** Runs a program as root, through sudo if necessary. */
export function runAsRoot(...command: string[]): string {
  const [program = '', ...args] = process.getuid?.() === 0 ? command : ['sudo', ...command];
  return run(program, ...args);
}
