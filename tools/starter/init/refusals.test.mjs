// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workspaceRoot } from '../testing/repository.mjs';
import { withDefaults } from './answers.mjs';
import { LONGEST_NAME, refusals } from './refusals.mjs';
import { takenNames } from './taken.mjs';

/** @import { Answers } from '../record.mjs' */

// What this machine's Python, npm's lock and Poetry's lock really have.
const taken = takenNames(workspaceRoot);

/** @param {Partial<Answers>} given */
const reasons = (given) =>
  refusals(withDefaults({ holder: 'Ada', ...given, name: given.name ?? 'ox' }), taken).map(
    ({ question, sentence }) => `${question}: ${sentence}`,
  );

for (const name of ['ox', 'ox-cart', 'nod', 'pro', 'web-2', 'x'.repeat(LONGEST_NAME)]) {
  test(`takes the name ${name}`, () => assert.deepEqual(reasons({ name }), []));
}

for (const [name, expected] of /** @type {const} */ ([
  ['Ox Cart', /^name: DNS forbids "Ox Cart": .* Try ox-cart\.$/],
  ['-ox', /^name: DNS forbids .* Try ox\.$/],
  ['ox_cart', /^name: DNS forbids .* Try ox-cart\.$/],
  ['xn--ox', /^name: .*two dashes in a row, .* Try xn-ox\.$/],
  ['2ox', /^name: Python and the shell forbid "2ox": .* Try ox\.$/],
  ['x', /^name: "x" is too short/],
  ['', /^name: "" is too short/],
  ['x'.repeat(LONGEST_NAME + 1), /^name: .* has 25 characters, and 24 fit .* Try x{24}\.$/],
  ['tandem-pro', /^name: .* the template's own name/],
  ['django', /^name: Other programs read variables that begin with DJANGO_.* Try django-app\.$/],
  ['github', /^name: (?:Other programs|There is a folder \.github already)/],
  ['venv-x', undefined],
])) {
  test(`${expected ? 'refuses' : 'takes'} the name "${name}"`, () => {
    const [first] = reasons({ name, title: 'Ox' });
    if (expected) assert.match(first ?? 'taken', expected);
    else assert.equal(first, undefined);
  });
}

for (const [what, given, expected] of /** @type {[string, Partial<Answers>, RegExp][]} */ ([
  [
    'a keyword',
    { pythonPackage: 'class' },
    /^pythonPackage: Python forbids "class": it is a keyword\. Try class_app\.$/,
  ],
  ['a soft keyword', { pythonPackage: 'match' }, /it is a keyword/],
  [
    'a module of the standard library',
    { pythonPackage: 'json' },
    /standard library, which would no longer be found\. Try json_app\./,
  ],
  ['one of a later Python', { pythonPackage: 'annotationlib' }, /standard library/],
  ['a builtin', { pythonPackage: 'list' }, /a name that Python itself has everywhere/],
  ['a package that is installed', { pythonPackage: 'allauth' }, /a package from PyPI/],
  ['a package whose module is called otherwise', { pythonPackage: 'dj_database_url' }, /a package from PyPI/],
  ['a module beside it', { pythonPackage: 'config' }, /apps\/api has a module "config" already/],
  ['a dash', { pythonPackage: 'ox-cart' }, /PEP 8.* Try ox_cart\./],
])) {
  test(`refuses a Python package that is ${what}`, () => assert.match(reasons(given)[0] ?? 'taken', expected));
}

for (const [what, given, expected] of /** @type {[string, Partial<Answers>, RegExp][]} */ ([
  ['a scope with its @', { scope: '@ox' }, /^scope: The scope is written without @: ox\.$/],
  ['a scope in capitals', { scope: 'Ox' }, /^scope: npm forbids "Ox": name can no longer contain capital letters/],
  ['a scope with a blank', { scope: 'o x' }, /^scope: npm forbids .*URL-friendly/],
  ['a scope that npm reserves', { scope: 'node_modules' }, /^scope: npm forbids/],
  ["a scope called as Node's own module", { scope: 'http' }, /^scope: npm forbids "http": http is a core module name/],
  ["somebody else's scope", { scope: 'nx' }, /^scope: @nx is somebody else's scope/],
  [
    'images in capitals',
    { images: 'ghcr.io/Ox' },
    /^images: Docker forbids "ghcr\.io\/Ox": .* Try ghcr-io\/ox\.$|^images: Docker forbids/,
  ],
  ['images with two dots', { images: 'ox..cart' }, /^images: Docker forbids/],
  ['images with a tag', { images: 'ox:1' }, /^images: Docker forbids/],
  ["an image's id", { images: 'a'.repeat(64) }, /hexadecimal digits/],
  ['an address for a name', { images: '10.0.0.1' }, /is an address and no name/],
  ['a port that is none', { port: Number('x') }, /^port: That is no port/],
  ['a port that is too high', { port: 70_000 }, /^port: 70000 is no port/],
  ['a port for root', { port: 80 }, /^port: Only root .* Try 8080\.$/],
  ['a port twice', { port: 9000, devPort: 9000 }, /^devPort: Nginx has port 9000 already\. Try 9001\.$/],
  [
    'another database',
    { database: /** @type {any} */ ('mysql') },
    /^database: "mysql" is none of sqlite and postgres\.$/,
  ],
  ['a title with a quote', { title: 'Ox "Cart"' }, /^title: .* such as Ox Cart\.$/],
  ['a title of two lines', { title: 'Ox\nCart' }, /^title: /],
  ['a title in another script', { title: 'Вол' }, /^title: /],
  ['a title that is too long', { title: 'x'.repeat(33) }, /^title: .* has 33 characters/],
  ['nobody as the holder', { holder: ' ' }, /^holder: /],
])) {
  test(`refuses ${what}`, () => assert.match(reasons(given)[0] ?? 'taken', expected));
}

for (const given of [
  { images: 'ghcr.io/acme/ox_cart' },
  { images: 'localhost:5000/ox' },
  { title: 'Öx-Cart 2.0' },
  { scope: 'acme', pythonPackage: 'oxen' },
]) {
  test(`takes ${JSON.stringify(given)}`, () => assert.deepEqual(reasons(given), []));
}

test('names every reason at once', () => {
  assert.equal(reasons({ pythonPackage: 'json', scope: 'nx', port: 80 }).length, 3);
});
