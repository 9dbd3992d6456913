// @ts-check
import { join } from 'node:path';
import { lastLine } from '../host/run.mjs';
import { Trouble } from '../host/trouble.mjs';
import { findPython } from './python.mjs';

/** @import { Step } from './run-steps.mjs' */

export const POETRY_VERSION = '2.5.1';
/** An environment of its own, so that Poetry's dependencies never meet the application's. */
export const POETRY = '.tandem/poetry';

// Asking the metadata takes a tenth of the time that Poetry needs to start.
const PROBE = 'from importlib.metadata import version; print(version("poetry"))';

/** @type {Step} */
export const poetry = {
  name: 'Poetry',
  async look(host) {
    const ran = await host.run(join(host.root, POETRY, 'bin/python'), ['-c', PROBE]);
    const version = ran.out.trim();
    if (ran.code === 0 && version === POETRY_VERSION) return { ok: true, says: version };
    const lacks = version === '' ? 'Not installed yet.' : `${version} is not ${POETRY_VERSION}.`;
    return { ok: false, lacks, way: `Delete ${POETRY} and start again.` };
  },
  async mend(host) {
    const python = await findPython(host);
    if (!python) throw new Trouble('No Python runs here.', 'Install Python.');
    host.remove(POETRY);
    const made = await host.run(python.path, ['-m', 'venv', join(host.root, POETRY)]);
    if (made.code !== 0)
      throw new Trouble(`No virtual environment could be made: ${lastLine(made)}`, 'Free the disk or install venv.');
    const pins = join(host.root, 'tools/setup/steps/poetry-constraints.txt');
    const args = ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '-c', pins, `poetry==${POETRY_VERSION}`];
    const ran = await host.show(join(host.root, POETRY, 'bin/python'), args);
    if (ran.code !== 0)
      throw new Trouble(
        `Poetry could not be installed: ${lastLine(ran)}`,
        'Check the connection to the package index.',
      );
  },
};
