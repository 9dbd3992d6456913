// @ts-check
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { findPython } from './python.mjs';

/** @import { Step } from './run-steps.mjs' */

export const POETRY_VERSION = '2.5.1';
/** An environment of its own, so that Poetry's dependencies never meet the application's. */
export const POETRY = '.tandem/poetry';

/** The project asks for its plugin; Poetry would fetch that by itself, but unpinned and into the work tree. */
const PACKAGES = { poetry: POETRY_VERSION, 'poetry-plugin-export': '1.10.1' };
const PINNED = Object.entries(PACKAGES).map(([name, version]) => `${name}==${version}`);

// Asking the metadata takes a tenth of the time that Poetry needs to start.
const PROBE = 'import sys, importlib.metadata as m; print(*(f"{n}=={m.version(n)}" for n in sys.argv[1:]))';

/** @type {Step} */
export const poetry = {
  name: 'Poetry',
  async look(host) {
    const python = join(host.root, POETRY, 'bin/python');
    const { code, out } = await host.run(python, ['-c', PROBE, ...Object.keys(PACKAGES)]);
    if (code === 0 && out.trim() === PINNED.join(' ')) return { ok: true, says: POETRY_VERSION };
    const isThere = host.exists(`${POETRY}/bin/poetry`);
    const lacks = isThere ? `It is not ${PINNED.join(' with ')}.` : 'Not installed yet.';
    return { ok: false, lacks, way: `npm run setup installs it; if it can't, delete ${POETRY} first.` };
  },
  async mend(host) {
    const python = await findPython(host);
    if (!python) throw new Trouble('No Python runs here.', 'Install Python.');
    host.remove(POETRY);
    const made = await host.run(python.path, ['-m', 'venv', join(host.root, POETRY)]);
    if (made.code !== 0) {
      throw new Trouble(`No virtual environment could be made: ${lastLine(made)}`, 'Free the disk or install venv.');
    }
    const constraints = join(host.root, 'tools/setup/steps/poetry-constraints.txt');
    const args = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '-c', constraints, ...PINNED];
    const ran = await host.show(join(host.root, POETRY, 'bin/python'), args);
    if (ran.code !== 0) {
      throw new Trouble(
        `Poetry could not be installed: ${lastLine(ran)}`,
        'Check the connection to the package index.',
      );
    }
  },
};
