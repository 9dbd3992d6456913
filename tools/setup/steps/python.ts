import { run } from '../shell.ts';
import type { Step } from '../step.ts';
import { hasApt, installPackages } from '../system.ts';
import { isAtLeast } from '../version.ts';

const OLDEST = '3.11';
const FIRST_UNSUPPORTED = '3.15';
const INSTALL = `Install Python ${OLDEST} to 3.14 with its venv module.`;
/** The default interpreter first, then the newest. A pyenv shim may fail, so that the system's Python comes last. */
const NAMES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', '/usr/bin/python3'];
/** Debian has ensurepip, which venv needs, in a package of its own. */
const PROBE = `import sys, importlib.util as u
print(sys.executable, '%d.%d.%d' % sys.version_info[:3], bool(u.find_spec('venv') and u.find_spec('ensurepip')), sep='\\n')`;

interface Interpreter {
  /** The interpreter itself, not a shim. */
  path: string;
  version: string;
  hasVenv: boolean;
}

async function findInterpreters(): Promise<Interpreter[]> {
  const results = await Promise.all(NAMES.map((name) => run(name, ['-c', PROBE])));
  return results.flatMap(({ ok, stdout }) => {
    const [path = '', version = '', hasVenv] = stdout.split('\n');
    return ok ? [{ path, version, hasVenv: hasVenv === 'True' }] : [];
  });
}

function isSupported({ version }: Interpreter): boolean {
  return isAtLeast(version, OLDEST) && !isAtLeast(version, FIRST_UNSUPPORTED);
}

/** Returns the first supported interpreter on PATH, preferably one that can create virtual environments. */
export async function findPython(): Promise<Interpreter | undefined> {
  const supported = (await findInterpreters()).filter(isSupported);
  return supported.find(({ hasVenv }) => hasVenv) ?? supported[0];
}

export const python: Step = {
  id: 'python',
  title: 'Python',
  async check() {
    const found = await findPython();
    if (found?.hasVenv) return { ok: true, message: `${found.version} (${found.path})` };
    const packages = hasApt ? { packages: packagesFor(found) } : { command: null };
    if (found) {
      return { ok: false, message: `Python ${found.version} has no venv module. ${INSTALL}`, ...packages };
    }
    const [other] = await findInterpreters();
    if (other) return { ok: false, message: `Python ${other.version} is not supported. ${INSTALL}`, command: null };
    return { ok: false, message: `Python is not installed. ${INSTALL}`, ...packages };
  },
  async fix(log) {
    const found = await findPython();
    const isUnsupported = found === undefined && (await findInterpreters()).length > 0;
    if (hasApt && !isUnsupported) await installPackages(packagesFor(found), log);
  },
};

function packagesFor(found: Interpreter | undefined): string[] {
  return found ? [`python${found.version.split('.', 2).join('.')}-venv`] : ['python3', 'python3-venv'];
}
