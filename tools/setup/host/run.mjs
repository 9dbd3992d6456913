// @ts-check
import { spawn } from 'node:child_process';
import { eachLine } from './lines.mjs';

/**
 * @typedef {object} Ran
 * @property {number} code the exit code; 127 when the program could not be started, 124 when it took too long
 * @property {string} out what it wrote to stdout
 * @property {string} err what it wrote to stderr
 */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] added to the environment; an undefined value takes the variable away
 * @property {string} [input] written to stdin
 * @property {number} [timeout] milliseconds, after which it is stopped
 */

/**
 * Runs a program quietly. Never throws: what went wrong is in the result.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function capture(program, args, options = {}) {
  return start(program, args, options, () => {});
}

/**
 * Runs a program and shows its lines, indented, as they come.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function show(program, args, options = {}) {
  return start(program, args, options, (line) => console.log(`    ${line}`));
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} options
 * @param {(line: string) => void} onLine
 * @returns {Promise<Ran>}
 */
function start(program, args, { cwd, env = process.env, input, timeout }, onLine) {
  return new Promise((resolve) => {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const child = spawn(program, args, { cwd, env, stdio: [stdin, 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    let late = false;
    const timer = timeout && setTimeout(() => (late = child.kill('SIGKILL')), timeout);
    child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
    eachLine(child.stdout, onLine);
    eachLine(child.stderr, onLine);
    // A program that ends without reading its input is no failure of ours.
    child.stdin?.on('error', () => {}).end(input);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, out, err: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: late ? 124 : (code ?? 1), out, err });
    });
  });
}

/**
 * The last line of a program's output that says something.
 *
 * @param {Ran} ran
 * @returns {string}
 */
export function lastLine(ran) {
  const lines = `${ran.out}\n${ran.err}`.split(/[\r\n]+/).map((line) => line.trim());
  return lines.filter((line) => line !== '').at(-1) ?? `exit code ${ran.code}`;
}
