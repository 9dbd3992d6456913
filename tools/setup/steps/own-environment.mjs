// @ts-check
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { findPython } from './python.mjs';

/** @import { Host, ReadHost } from '../host/host.mjs' */

// Asking the metadata takes a tenth of the time that the programs themselves need to start.
const PROBE = 'import sys, importlib.metadata as m; print(*(f"{n}=={m.version(n)}" for n in sys.argv[1:]))';

/**
 * Whether a tool's own virtual environment holds these packages in these versions.
 *
 * @param {ReadHost} host
 * @param {string} folder the environment's
 * @param {string[]} pinned `name==version` each
 */
export async function holds(host, folder, pinned) {
  const names = pinned.map((package_) => package_.split('==')[0] ?? '');
  const { code, out } = await host.run(join(host.root, folder, 'bin/python'), ['-c', PROBE, ...names]);
  return code === 0 && out.trim() === pinned.join(' ');
}

/**
 * Makes a tool's virtual environment anew and installs into it.
 *
 * @param {Host} host
 * @param {string} folder the environment's
 * @param {{tool: string, args: string[]}} what the tool's name for a person, and what `pip install` is told
 * @throws {Trouble} when there is no Python, no room or no package index
 */
export async function make(host, folder, { tool, args }) {
  const python = await findPython(host);
  if (!python) throw new Trouble('No Python runs here.', 'Install Python.');
  host.remove(folder);
  const made = await host.run(python.path, ['-m', 'venv', join(host.root, folder)]);
  if (made.code !== 0) {
    throw new Trouble(`No virtual environment could be made: ${lastLine(made)}`, 'Free the disk or install venv.');
  }
  const install = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', ...args];
  const ran = await host.show(join(host.root, folder, 'bin/python'), install);
  if (ran.code !== 0) {
    throw new Trouble(`${tool} could not be installed: ${lastLine(ran)}`, 'Check the connection to the package index.');
  }
}
