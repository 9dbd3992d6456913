// @ts-check
import { spawn } from 'node:child_process';

/** A failure that a person can act on: its message is one sentence, with the way out in it. */
export class StandInError extends Error {}

/**
 * Runs a program and keeps its output out of sight, unless it fails.
 *
 * @param {string[]} command program and arguments, never a shell line
 * @param {{accept?: number[], input?: NodeJS.ReadableStream}} [options] exit codes that are no failure; what to feed to stdin
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {StandInError} with the last lines of the output, when it can't be started or exits otherwise
 */
export function run([program = '', ...args], { accept = [0], input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let everything = '';
    child.stdout?.on('data', (chunk) => ((stdout += chunk), (everything += chunk)));
    child.stderr?.on('data', (chunk) => (everything += chunk));
    if (input && child.stdin) input.pipe(child.stdin);
    child.on('error', (error) => reject(new StandInError(`${program} could not be started: ${error.message}.`)));
    child.on('close', (code) => {
      if (code !== null && accept.includes(code)) return resolve(stdout);
      const tail = everything.trim().split('\n').slice(-15).join('\n');
      reject(new StandInError(`\`${[program, ...args].join(' ')}\` ended with ${code}:\n${tail}`));
    });
  });
}

/**
 * Runs a program that needs root: directly as root, through sudo otherwise.
 *
 * @param {string[]} command program and arguments
 * @returns {Promise<string>} what it wrote to stdout
 */
export function runAsRoot(command) {
  return run(asRoot(command));
}

/**
 * @param {string[]} command
 * @returns {string[]}
 */
export function asRoot(command) {
  return process.getuid?.() === 0 ? command : ['sudo', ...command];
}
