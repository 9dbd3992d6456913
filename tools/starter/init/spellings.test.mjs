// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { respell, respellPath, UnknownSpelling } from './spellings.mjs';

/** Every spelling another, so that a wrong one shows. */
const SPELLINGS = {
  kebab: 'ox-cart',
  pascal: 'OxCart',
  camel: 'oxCart',
  screaming: 'OX_CART',
  title: 'Ox & Cart',
  scope: 'acme',
  module: 'oxen',
  images: 'registry.example/oxen',
};

for (const [path, from, to] of [
  ['a.ts', "from '@tandem/ui'", "from '@acme/ui'"],
  ['package-lock.json', '"node_modules/@tandem/ui"', '"node_modules/@acme/ui"'],
  ['a.mjs', "env['TANDEM_PORT']", "env['OX_CART_PORT']"],
  ['a.mjs', 'const tandemRoot = new TandemRoot()', 'const oxCartRoot = new OxCartRoot()'],
  ['a.mjs', "'/clone/.tandem/poetry'", "'/clone/.ox-cart/poetry'"],
  ['.gitignore', '.tandem/', '.ox-cart/'],
  ['a.py', 'f"{root}/.tandem/dev.sqlite3"', 'f"{root}/.ox-cart/dev.sqlite3"'],
  ['a.py', 'from tandem.notes import api', 'from oxen.notes import api'],
  ['a.py', 'import tandem', 'import oxen'],
  ['a.py', '"sqlite:////data/tandem.sqlite3"', '"sqlite:////data/ox-cart.sqlite3"'],
  ['a.py', '"https://tandem.example"', '"https://ox-cart.example"'],
  ['a.py', '"urn:problem-type:tandem:csrf"', '"urn:problem-type:ox-cart:csrf"'],
  ['a.py', 'database("postgres://a:b@db:1/tandem")', 'database("postgres://a:b@db:1/oxen")'],
  ['compose.yaml', '${DATABASE_URL:-postgres://tandem@db/tandem}', '${DATABASE_URL:-postgres://oxen@db/oxen}'],
  ['compose.yaml', "POSTGRES_DB: tandem\n['--username', 'tandem']", "POSTGRES_DB: oxen\n['--username', 'oxen']"],
  ['apps/api/pyproject.toml', 'name = "tandem-api"', 'name = "ox-cart-api"'],
  ['apps/api/pyproject.toml', 'layers = ["tandem.notes | tandem.health"]', 'layers = ["oxen.notes | oxen.health"]'],
  ['a.spec.ts', "logger: 'tandem.request'", "logger: 'oxen.request'"],
  [
    'a.spec.ts',
    '`tandem/web:${TAG}`, `tandem/${name}:x`',
    '`registry.example/oxen/web:${TAG}`, `registry.example/oxen/${name}:x`',
  ],
  ['a.test.ts', "'apps/api/tandem/web.py'", "'apps/api/oxen/web.py'"],
  ['apps/api/project.json', '"{projectRoot}/tandem/**/*.py"', '"{projectRoot}/oxen/**/*.py"'],
  ['apps/api/project.json', '"{projectRoot}/{config,tandem}/**/*.py"', '"{projectRoot}/{config,oxen}/**/*.py"'],
  ['a.ts', '`tandem.${plural} -> tandem.common.**`, "tandem.*"', '`oxen.${plural} -> oxen.common.**`, "oxen.*"'],
  ['a.py.template', 'from tandem.<%- plural.snake %> import api', 'from oxen.<%- plural.snake %> import api'],
  [
    'a.mjs',
    "'registry.example/tandem', '127.0.0.1:5000/tandem/web'",
    "'registry.example/ox-cart', '127.0.0.1:5000/ox-cart/web'",
  ],
  ['a.ts', "'reference=tandem/*'", "'reference=registry.example/oxen/*'"],
  ['apps/api/Dockerfile', 'COPY apps/api/tandem tandem', 'COPY apps/api/oxen oxen'],
  [
    'docker/stack/compose.yaml',
    'name: tandem\n  ${TANDEM_IMAGES:-tandem}/api',
    'name: ox-cart\n  ${OX_CART_IMAGES:-registry.example/oxen}/api',
  ],
  ['a.html', '<title>Notes · Tandem</title>', '<title>Notes · Ox & Cart</title>'],
]) {
  test(`writes ${from} as ${to}`, () => {
    assert.equal(respell(path ?? '', from ?? '', SPELLINGS), to);
  });
}

test('moves the folder of the Python package, and a folder of this machine', () => {
  assert.equal(respellPath('apps/api/tandem/notes/api.py', SPELLINGS), 'apps/api/oxen/notes/api.py');
  assert.equal(respellPath('.tandem/x', SPELLINGS), '.ox-cart/x');
});

test('names the line that spells the name in a way that no rule knows, and guesses nothing', () => {
  assert.throws(
    () => respell('a.txt', 'one\n  two tandem bikes\n', SPELLINGS),
    (error) => {
      assert.ok(error instanceof UnknownSpelling);
      assert.match(error.message, /^a\.txt .*: two tandem bikes$/);
      return true;
    },
  );
  assert.throws(() => respell('a.txt', 'TaNdEm', SPELLINGS), UnknownSpelling);
  assert.throws(() => respell('a.txt', 'TANDEM', SPELLINGS), UnknownSpelling);
});
