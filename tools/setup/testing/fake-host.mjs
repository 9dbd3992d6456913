// @ts-check
/** @import { Host } from '../host/host.mjs' */
/** @import { Ran, RunOptions } from '../host/run.mjs' */

/**
 * @typedef {Partial<Ran> | ((options: RunOptions | undefined) => Partial<Ran>)} Reply
 *
 * @typedef {object} Journal what was done to the machine
 * @property {string[]} ran commands, in one line each
 * @property {string[]} said
 * @property {string[]} asked
 * @property {Record<string, string>} files what they hold by now
 */

/**
 * A machine made of a few files and of what programs answer. A program that is not listed is not installed.
 *
 * @param {Partial<Omit<Host, 'run'>> & {
 *   files?: Record<string, string>,
 *   replies?: Record<string, Reply>,
 *   answer?: boolean,
 * }} [settings] `replies` by the command's first words, the longest match counting
 * @returns {Host & Journal}
 */
export function fakeHost({ files = {}, replies = {}, answer = true, ...rest } = {}) {
  /** @type {Journal} */
  const journal = { ran: [], said: [], asked: [], files };
  /** @type {Host['run']} */
  const run = async (program, args, options) => {
    const command = [program, ...args].join(' ');
    journal.ran.push(command);
    const matches = Object.keys(replies).filter((start) => `${command} `.startsWith(`${start} `));
    const reply = replies[matches.sort((a, b) => b.length - a.length)[0] ?? ''];
    const { code = 0, out = '', err = '' } = (typeof reply === 'function' ? reply(options) : reply) ?? { code: 127 };
    return { code, out, err };
  };
  return {
    root: '/clone',
    home: '/home/ada',
    env: {},
    platform: 'linux',
    nodeVersion: '24.1.0',
    user: { isRoot: true, name: 'root' },
    isAttended: false,
    mayAsk: false,
    run,
    show: run,
    read: (path) => files[path],
    exists: (path) => path in files || Object.keys(files).some((file) => file.startsWith(`${path}/`)),
    list: (path) => {
      const below = Object.keys(files).filter((file) => file.startsWith(`${path}/`));
      return [...new Set(below.map((file) => file.slice(path.length + 1).split('/')[0] ?? ''))];
    },
    free: () => 100 * 1024 ** 3,
    say: (line) => void journal.said.push(line),
    write: (path, text) => void (files[path] = text),
    remove: (path) => {
      for (const file of Object.keys(files)) if (file === path || file.startsWith(`${path}/`)) delete files[file];
    },
    ask: async (question) => {
      journal.asked.push(question);
      return answer;
    },
    ...rest,
    ...journal,
  };
}
