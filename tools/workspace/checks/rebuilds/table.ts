import { add, append, both, edit, inert, installed, release, type Edit } from './edits.ts';
import {
  apiImage,
  app,
  compiled,
  development,
  eslint,
  everything,
  imageTests,
  linters,
  mergeReports,
  packages,
  prettier,
  product,
  ruff,
  source,
  suite,
  type Tasks,
  types,
  verdicts,
  vitest,
  webImage,
} from './tasks.ts';

/** A kind of edit, one of that kind, and the tasks whose result has to be made anew for it: these, and no other. */
export type Row = readonly [kind: string, change: Edit, anew: Tasks];

// Parts that every product keeps.
const SYSTEM = 'apps/web/src/features/system';
const HEALTH = 'apps/api/app/health';
const ACCOUNTS = 'apps/api/app/accounts';
const NGINX = 'docker/nginx';

/** Tasks of others that look at apps/api: Nx hashes its whole configuration with theirs. */
const lookAtApi = [
  'api-types:generate-check',
  'api-types:typecheck',
  compiled('api-client'),
  compiled('web'),
  development,
  verdicts,
].flat();

/** What the generators edit is in their tests as it stands. */
const generators = 'generators:test';

// One kind a line, however long.
// prettier-ignore
export const rows: readonly Row[] = [
  // The app
  ["a React component's text", edit(`${SYSTEM}/components/hop-item.tsx`, 'Not reached', 'Not asked'), [source('web'), app, webImage, prettier]],
  ["a React component's comment", append(`${SYSTEM}/components/hop-item.tsx`, '// Edited.\n'), [source('web'), app, prettier]],
  ["the app's stylesheet", append('apps/web/src/styles.css', '.edited { top: 1px; }\n'), [app, webImage, prettier]],
  ["a test of the app", append(`${SYSTEM}/system.test.tsx`, '// Edited.\n'), [source('web'), prettier]],
  ["what the app's tests share", append('apps/web/src/testing/gate.ts', '// Edited.\n'), [source('web'), prettier]],
  ['a public file', append('apps/web/public/robots.txt', '# Edited.\n'), [app, webImage]],
  ["Vite's configuration, without effect", append('apps/web/vite.config.ts', '// Edited.\n'), [source('web'), app, prettier]],
  ["the app's compiler options", edit('apps/web/tsconfig.app.json', '"rootDir"', '"noUnusedLabels": true, "rootDir"'), [compiled('web'), app, prettier]],

  // The libraries
  ["a UI component's look", edit('libs/ui/src/skeleton.tsx', 'rounded-sm', 'rounded-md'), [source('ui'), 'web:test', app, webImage, prettier]],
  ["a UI component's properties", edit('libs/ui/src/skeleton.tsx', '{ className?: string }', '{ className?: string; title?: string }'), [source('ui'), compiled('web'), app, prettier]],
  ['a design token', edit('libs/ui/src/tokens.css', '98.4%', '98.5%'), [app, webImage, prettier]],
  ['a test of the UI library', append('libs/ui/src/button.test.tsx', '// Edited.\n'), [source('ui'), prettier]],
  ['how requests are made', edit('libs/api-client/src/csrf.ts', "'csrftoken'", "'csrf'"), [source('api-client'), 'web:test', app, webImage, prettier]],
  ['the generator of the types', append('libs/api-types/generate.mjs', '// Edited.\n'), ['api-types:lint', 'api-types:generate', 'api-types:generate-check', prettier]],

  // Django
  ['a type in a Django schema', edit(`${HEALTH}/schemas.py`, /^(class System\(BaseModel\)[^]*?\n {4}version: )[^\n]+/m, '$1int'), [product, types, generators]],
  ["a view's body", edit(`${HEALTH}/api.py`, '    del request\n    process =', '    process ='), [product]],
  ['a setting', append('apps/api/config/settings.py', '\nEDITED = True\n'), [product, 'api:collectstatic', generators]],
  ['a migration', append(`${ACCOUNTS}/migrations/0001_initial.py`, '\nEDITED = True\n'), ['api:import-lint', 'api:migrations-check', 'api:test', imageTests, apiImage, development]],
  ['a Python test', append(`${HEALTH}/tests/test_health.py`, '\nEDITED = True\n'), [packages]],
  ["pytest's configuration", append('apps/api/conftest.py', '\nEDITED = True\n'), [ruff, 'api:test', imageTests]],
  ["an admin template's static file", add(`${ACCOUNTS}/static/accounts/admin.css`, 'a { color: red }\n'), ['api:collectstatic', 'api:test', imageTests, apiImage, webImage, prettier]],
  ['an admin template', add(`${ACCOUNTS}/templates/admin/accounts/user.html`, '<p>Edited</p>\n'), ['api:test', imageTests, apiImage, prettier]],
  ['gunicorn.conf.py', append('apps/api/gunicorn.conf.py', '\nbacklog = 1024\n'), [ruff, 'api:deploy-check', 'api:test', imageTests, apiImage]],
  ["the container's health check", append('apps/api/healthcheck.py', '\nEDITED = True\n'), [ruff, imageTests, apiImage]],
  ['the check of production settings', append('apps/api/deploy_check.py', '\nEDITED = True\n'), [ruff, 'api:deploy-check', imageTests]],
  ['poetry.lock', edit('apps/api/poetry.lock', /(name = "gunicorn"\nversion = )"[^"]+"/, '$1"99.0.0"'), [product, 'api:collectstatic', 'api:lock-check', 'e2e:lint-probe']],
  ['pyproject.toml', append('apps/api/pyproject.toml', '\n# Edited.\n'), [packages, 'api:lock-check', 'e2e:lint-probe', apiImage, generators]],

  // Nginx
  ['nginx.conf', edit(`${NGINX}/conf/nginx.conf`, 'events {', '# Edited.\nevents {'), ['nginx:gixy', 'web:test', development, webImage]],
  ['a snippet for all servers', append(`${NGINX}/conf/http/caching.conf`, '# Edited.\n'), ['nginx:gixy', webImage]],
  ['a snippet of the server', append(`${NGINX}/conf/server/api.conf`, '# Edited.\n'), ['nginx:gixy', 'web:test', development, webImage]],
  ['a template of Nginx', append(`${NGINX}/conf/templates/limits.conf.template`, '# Edited.\n'), ['nginx:gixy', webImage]],
  ['an error page', append(`${NGINX}/errors/page.html`, '<!-- Edited. -->\n'), [webImage]],
  ["Nginx's entry point", append(`${NGINX}/entrypoint.sh`, '# Edited.\n'), ['nginx:shellcheck', 'nginx:test', webImage]],
  ['how files are compressed', append(`${NGINX}/compress/compress.mjs`, '// Edited.\n'), [source('nginx'), webImage, prettier]],

  // Images and the stack
  ["the web image's Dockerfile", append('apps/web/Dockerfile', '# Edited.\n'), ['nginx:test', 'web:hadolint', webImage, generators]],
  ["the API image's Dockerfile", append('apps/api/Dockerfile', '# Edited.\n'), ['api:hadolint', 'nginx:test', imageTests, apiImage]],
  ['the bake file', append('docker/docker-bake.hcl', '# Edited.\n'), [webImage, apiImage]],
  ['.dockerignore', append('.dockerignore', '# Edited.\n'), [webImage, apiImage, imageTests]],
  ['the compose file', append('docker/stack/compose.yaml', '# Edited.\n'), ['stack:lint-compose', suite, prettier]],
  ['a stand-in base image', append('docker/base-images/python.Dockerfile', '# Edited.\n'), ['base-images:hadolint']],
  ["a stand-in's entry point", append('docker/base-images/postgres.entrypoint.sh', '# Edited.\n'), ['base-images:shellcheck', 'base-images:test']],
  ['how stand-ins are built', append('docker/base-images/build.mjs', '// Edited.\n'), [source('base-images'), prettier]],
  ['how secrets are made', append('docker/stack/secrets.mjs', '// Edited.\n'), [source('stack'), prettier]],

  // End to end
  ["a journey's spec", append('apps/e2e/journeys/keyboard.spec.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', suite, prettier]],
  ["the proxy's spec", append('apps/e2e/proxy/routing-api.spec.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', suite, development, prettier]],
  ['a new spec', add('apps/e2e/journeys/new.spec.ts', 'export {};\n'), ['e2e:*', prettier]],
  ["the probe's application", append('apps/e2e/probe/echo.py', '\nEDITED = True\n'), ['e2e:lint-probe', suite, development]],
  ["the suite's compose file", append('apps/e2e/support/compose.probe.yaml', '# Edited.\n'), [suite, development, prettier]],
  ["the mutants' compose file", append('apps/e2e/mutation/compose.mutant.yaml', '# Edited.\n'), [prettier]],
  ['a configuration that is wrong on purpose', append('apps/e2e/bad-stacks/spa-fallback-over-api/server/api.conf', '# Edited.\n'), ['e2e:bad-stacks']],

  // Tools
  ['what a generator makes', append('tools/generators/src/page/files/routes/__kebab__-page.tsx.template', '// Edited.\n'), [generators]],
  ['how a product is made of the template', append('tools/starter/update/merge.mjs', '// Edited.\n'), [source('starter'), prettier]],
  ['an operator that makes mutants', append('tools/mutation/src/nginx/operators/swapped.ts', '// Edited.\n'), [source('mutation'), prettier]],
  ['a house rule for ESLint', append('tools/workspace/src/eslint/no-cross-feature-imports.mjs', '// Edited.\n'), [eslint, compiled('workspace'), prettier]],
  ["ESLint's configuration", append('eslint.config.mjs', '// Edited.\n'), [eslint, prettier]],
  ["Prettier's configuration", edit('.prettierrc', /\n/, '\n\n'), [prettier, generators]],
  ['a check of the whole tree', append('tools/workspace/checks/graph.test.ts', '// Edited.\n'), ['workspace:lint', 'workspace:typecheck', prettier]],
  ["setup's own script", append('tools/setup/start.mjs', '// Edited.\n'), [source('setup'), prettier]],
  ['how images are built and found', append('tools/setup/images/own/build.mjs', '// Edited.\n'), [source('setup'), webImage, apiImage, prettier]],
  ['the pins of the linters', append('tools/setup/steps/linters.txt', '# Edited.\n'), [linters, 'setup:test']],
  ["the pins of Poetry's environment", append('tools/setup/steps/poetry-constraints.txt', '# Edited.\n'), ['api:lock-check', 'setup:test']],

  // Packages from npm
  ['a package that runs in the app', both(release('openapi-fetch'), installed('node_modules/openapi-fetch/dist/index.mjs', 'return Math.random()', 'return Math.random().valueOf()')), [compiled('api-client'), compiled('web'), 'web:build', webImage, generators]],
  ['a package for tests of components', release('@testing-library/user-event'), [compiled('ui'), compiled('web'), generators]],
  ['Vitest', release('vitest'), [vitest.flatMap(compiled)]],
  ['jsdom, which Vitest names as a package beside it', release('jsdom'), [vitest.flatMap(compiled)]],
  ['Playwright', release('@playwright/test'), ['e2e:typecheck', suite, development, mergeReports, generators]],
  ['ESLint', release('eslint'), [eslint, compiled('workspace'), mergeReports, generators]],
  ['Prettier', release('prettier'), [prettier, generators]],
  ['the generator of types from npm', release('openapi-typescript'), ['api-types:generate', 'api-types:generate-check', 'api-types:typecheck', compiled('api-client'), compiled('web'), generators]],

  // The root
  ['the README', append('README.md', '\nEdited.\n'), []],
  ['a document', append('docs/architecture.md', '\nEdited.\n'), []],
  ['the licence', append('LICENSE', '\nEdited.\n'), []],
  ['a CI file', append('.github/workflows/main.yml', '# Edited.\n'), ['workspace:actionlint', 'workspace:zizmor', prettier]],
  ["an action of the CI's own", append('.github/actions/prepare/action.yml', '# Edited.\n'), ['workspace:zizmor', prettier]],
  ["Renovate's configuration", edit('.github/renovate.json', '{', '{ '), [prettier]],
  ['where a version stands', append('tools/workspace/src/release/places.mjs', '// Edited.\n'), [source('workspace'), prettier]],
  ["the shared cache's server", append('tools/shared-cache/server/store.mjs', '// Edited.\n'), [source('shared-cache'), prettier]],
  ['a script of the root package', edit('package.json', '"start":', '"edited": "true", "start":'), ['nginx:test', development, prettier, generators]],
  ["the API's project file", inert(edit('apps/api/project.json', 'ruff check ."', 'ruff check --no-fix ."')), ['api:*', ...lookAtApi, eslint, prettier]],
  ['nx.json', edit('nx.json', '"parallel": 2', '"parallel": 3'), [everything]],
  ['the compiler options of all', edit('tsconfig.base.json', '"target": "ES2022"', '"target": "ES2023"'), [everything]],
  ['.gitignore', append('.gitignore', '# Edited.\n'), [everything]],
];
