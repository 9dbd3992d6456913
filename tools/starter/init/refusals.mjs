// @ts-check
import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { nameFrom } from './answers.mjs';
import { PLACEHOLDER } from './spellings.mjs';

/** @import { Answers } from '../record.mjs' */

/** @type {(name: string) => {validForNewPackages: boolean, warnings?: string[], errors?: string[]}} */
const validatePackageName = createRequire(import.meta.url)('validate-npm-package-name');

/**
 * What is taken already, by those who will read the name.
 *
 * @typedef {object} Taken
 * @property {ReadonlySet<string>} keywords Python's
 * @property {ReadonlySet<string>} builtins Python's
 * @property {ReadonlySet<string>} standard modules of Python's standard library
 * @property {ReadonlySet<string>} packages Python modules that are installed here, and names in poetry.lock
 * @property {ReadonlySet<string>} modules that stand beside the product's in apps/api
 * @property {ReadonlySet<string>} scopes npm scopes in package-lock.json
 * @property {ReadonlySet<string>} folders names in the workspace's root that begin with a dot, without it
 */

/** The longest name and title with which every line of the template still is as short as its checks ask for. */
export const LONGEST_NAME = 24;
export const LONGEST_TITLE = 32;

/** Prefixes of variables that programs in this workspace read. */
const PREFIXES = [
  ...[
    'BUILDKIT',
    'BUILDX',
    'CI',
    'COMPOSE',
    'COREPACK',
    'DATABASE',
    'DEBIAN',
    'DJANGO',
    'DOCKER',
    'FORCE',
    'GH',
    'GIT',
  ],
  ...[
    'GITHUB',
    'GUNICORN',
    'HTTP',
    'HTTPS',
    'LC',
    'NGINX',
    'NODE',
    'NO',
    'NPM',
    'NX',
    'NX_CLOUD',
    'PG',
    'PIP',
    'PLAYWRIGHT',
  ],
  ...['POETRY', 'PW', 'PYDANTIC', 'PYTEST', 'PYTHON', 'RUFF', 'SSH', 'SSL', 'VIRTUAL', 'VITE', 'VITEST', 'XDG'],
];

/**
 * Why an answer can't be taken: who forbids it, and what would do instead. Nothing, if it can.
 *
 * @typedef {(answers: Answers, taken: Taken) => string | undefined} Refusal
 */

/** @type {Readonly<Partial<Record<keyof Answers, Refusal>>>} */
export const REFUSALS = {
  name: ({ name }, taken) => nameRefusal(name, taken),
  title: ({ title }) => {
    if (title.toLowerCase().includes(PLACEHOLDER)) return `"${title}" has the template's own name in it.`;
    if (title.length > LONGEST_TITLE)
      return `"${title}" has ${title.length} characters, and ${LONGEST_TITLE} fit into a line.`;
    if (/^[\p{Script=Latin}\p{N}]+(?:[ .-][\p{Script=Latin}\p{N}]+)*$/u.test(title)) return undefined;
    const better = title
      .normalize('NFC')
      .replaceAll(/[^\p{Script=Latin}\p{N}]+/gu, ' ')
      .trim();
    return `"${title}" stands as it is in HTML, Python, JSON and shell: Latin letters and digits, with single spaces, dots or dashes between them${better ? `, such as ${better}` : ''}.`;
  },
  scope: ({ scope }, taken) => scopeRefusal(scope, taken),
  pythonPackage: ({ pythonPackage }, taken) => moduleRefusal(pythonPackage, taken),
  images: ({ images }) => imagesRefusal(images),
  port: ({ port }) => portRefusal(port),
  devPort: ({ port, devPort }) => portRefusal(devPort) ?? same(devPort, port, 'Nginx'),
  apiPort: ({ port, devPort, apiPort }) =>
    portRefusal(apiPort) ?? same(apiPort, port, 'Nginx') ?? same(apiPort, devPort, 'Vite'),
  database: ({ database }) =>
    ['sqlite', 'postgres'].includes(database) ? undefined : `"${database}" is none of sqlite and postgres.`,
  holder: ({ holder }) => {
    if (holder.trim() === '' || /[\r\n]/.test(holder)) return 'A licence names somebody, in one line.';
    return holder.toLowerCase().includes(PLACEHOLDER) ? `"${holder}" has the template's own name in it.` : undefined;
  },
};

/**
 * @param {Answers} answers
 * @param {Taken} taken
 * @returns {{question: keyof Answers, sentence: string}[]} in the order of the questions
 */
export function refusals(answers, taken) {
  return /** @type {(keyof Answers)[]} */ (Object.keys(REFUSALS)).flatMap((question) => {
    const sentence = REFUSALS[question]?.(answers, taken);
    return sentence === undefined ? [] : [{ question, sentence }];
  });
}

/** @param {string} name @param {Taken} taken */
function nameRefusal(name, taken) {
  const better = nameFrom(name).slice(0, LONGEST_NAME).replace(/-$/, '');
  const instead = better === name ? '' : ` Try ${better}.`;
  if (name.length < 2) return `"${name}" is too short to be a name: two letters are the least.`;
  if (name.length > LONGEST_NAME) {
    return `"${name}" has ${name.length} characters, and ${LONGEST_NAME} fit into the lines and host names that it stands in.${instead}`;
  }
  // RFC 1123: what a host name may be; Compose makes host names and folders of it.
  if (!/^[a-z0-9-]+$/.test(name) || /^-|-$/.test(name)) {
    return `DNS forbids "${name}": small letters, digits and dashes, none at the beginning or the end.${instead}`;
  }
  if (name.includes('--')) return `"${name}" has two dashes in a row, which DNS keeps for itself (xn--…).${instead}`;
  if (!/^[a-z]/.test(name)) return `Python and the shell forbid "${name}": a name begins with a letter.${instead}`;
  if (name.includes(PLACEHOLDER))
    return `"${name}" has the template's own name in it: what is left over could not be told apart.`;
  const prefix = name.replaceAll('-', '_').toUpperCase();
  if (PREFIXES.includes(prefix)) {
    return `Other programs read variables that begin with ${prefix}_, and would read the product's. Try ${name}-app.`;
  }
  if (taken.folders.has(name))
    return `There is a folder .${name} already, where this machine's own things would go. Try ${name}-app.`;
  return undefined;
}

/** @param {string} scope @param {Taken} taken */
function scopeRefusal(scope, taken) {
  if (scope.startsWith('@')) return `The scope is written without @: ${scope.slice(1)}.`;
  for (const name of [`@${scope}/web`, scope]) {
    const { validForNewPackages, errors = [], warnings = [] } = validatePackageName(name);
    if (!validForNewPackages)
      return `npm forbids "${scope}": ${[...errors, ...warnings].join(', ')}. Try ${nameFrom(scope)}-app.`;
  }
  if (scope.includes(PLACEHOLDER)) return `"${scope}" has the template's own name in it.`;
  if (scope.length > LONGEST_NAME) return `"${scope}" has more than ${LONGEST_NAME} characters.`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(scope))
    return `npm lets nobody register "@${scope}": small letters, digits and dashes. Try ${nameFrom(scope)}.`;
  if (taken.scopes.has(scope))
    return `@${scope} is somebody else's scope: packages of it are in package-lock.json. Try ${scope}-app.`;
  return undefined;
}

/** @param {string} name @param {Taken} taken */
function moduleRefusal(name, taken) {
  const better = `Try ${nameFrom(name).replaceAll('-', '_')}_app.`;
  if (!/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/.test(name)) {
    return `Python (PEP 8) forbids the package name "${name}": small letters, digits and single underscores, a letter first. Try ${nameFrom(name).replaceAll('-', '_')}.`;
  }
  if (name.length > LONGEST_NAME) return `"${name}" has more than ${LONGEST_NAME} characters.`;
  if (name.includes(PLACEHOLDER)) return `"${name}" has the template's own name in it.`;
  if (taken.keywords.has(name)) return `Python forbids "${name}": it is a keyword. ${better}`;
  if (taken.standard.has(name))
    return `"${name}" is a module of Python's standard library, which would no longer be found. ${better}`;
  if (taken.builtins.has(name)) return `"${name}" is a name that Python itself has everywhere. ${better}`;
  if (taken.packages.has(name))
    return `"${name}" is a package from PyPI that is installed here, which would no longer be found. ${better}`;
  if (taken.modules.has(name)) return `apps/api has a module "${name}" already. ${better}`;
  return undefined;
}

/**
 * The grammar of a repository's name.
 *
 * @see {@link https://pkg.go.dev/github.com/distribution/reference}
 * @param {string} images
 */
function imagesRefusal(images) {
  const part = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
  const host =
    '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]+)?';
  if (images.toLowerCase().includes(PLACEHOLDER)) return `"${images}" has the template's own name in it.`;
  if (images.length > 200)
    return `Docker forbids image names of more than 255 characters, and "${images}" stands before /web and a tag.`;
  if (/^[0-9a-f]{64}$/.test(images)) return `Docker forbids "${images}": 64 hexadecimal digits are an image's id.`;
  if (isIP(images) !== 0) return `"${images}" is an address and no name. Try ${images}/product.`;
  if (new RegExp(`^(?:${host}/)?${part}(?:/${part})*$`).test(images)) return undefined;
  const better = images.toLowerCase().split('/').map(nameFrom).join('/');
  return `Docker forbids "${images}": small letters and digits, with single dots, dashes or underscores inside a part. Try ${better}.`;
}

/** @param {number} port */
function portRefusal(port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return `${Number.isNaN(port) ? 'That' : port} is no port: a whole number up to 65535.`;
  }
  return port < 1024 ? `Only root may listen on ports below 1024. Try ${port + 8000}.` : undefined;
}

/** @param {number} port @param {number} other @param {string} whose */
function same(port, other, whose) {
  return port === other ? `${whose} has port ${port} already. Try ${port + 1}.` : undefined;
}
