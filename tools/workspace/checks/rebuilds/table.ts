import { add, append, edit, inert, release, type Edit } from './edits.ts';
import {
  apiImage,
  app,
  compiled,
  eslint,
  everything,
  generated,
  imageTests,
  linters,
  mutation,
  packages,
  prettier,
  product,
  ruff,
  source,
  suite,
  type Tasks,
  verdicts,
  vitest,
  webImage,
} from './tasks.ts';

/** A kind of edit, an example, and exactly the tasks that must run again after it. */
export type Row = readonly [kind: string, change: Edit, again: Tasks];

// Files that a product keeps when it removes the demo.
const SYSTEM = 'apps/web/src/features/system';
const HEALTH = 'apps/api/app/health';
const ACCOUNTS = 'apps/api/app/accounts';
const NGINX = 'docker/nginx';

/** The generators' tests read the files that the generators edit. */
const generators = 'workspace:test';

/** Nx hashes the configuration of a project into the tasks of the projects that depend on it. */
const dependOnApi = [
  'api-types:generate-check',
  'api-types:typecheck',
  compiled('api-client'),
  compiled('web'),
  verdicts,
].flat();

// One line per kind makes the tables readable.
// prettier-ignore
const rowsOfMutation: readonly Row[] = mutation('test').length === 0 ? [] : [
  ['an operator that makes mutants', append('tools/mutation/src/operators/swapped.ts', '// Edited.\n'), [source('mutation'), prettier]],
  ['a compose file of the mutants', append('tools/mutation/compose.mutant.yaml', '# Edited.\n'), [mutation('test'), prettier]],
];

// prettier-ignore
export const rows: readonly Row[] = [
  // The web app
  ["a React component's text", edit(`${SYSTEM}/components/check-status.tsx`, 'Not reached', 'Not asked'), [source('web'), app, webImage, prettier]],
  ["a React component's comment", append(`${SYSTEM}/components/check-status.tsx`, '// Edited.\n'), [source('web'), app, prettier]],
  ["the app's stylesheet", append('apps/web/src/styles.css', '.edited { top: 1px; }\n'), [app, webImage, prettier]],
  ['a test of the app', append(`${SYSTEM}/system.test.tsx`, '// Edited.\n'), [source('web'), prettier]],
  ["a helper of the app's tests", append('apps/web/src/testing/gate.ts', '// Edited.\n'), [source('web'), prettier]],
  ['a public file', append('apps/web/public/robots.txt', '# Edited.\n'), [app, webImage]],
  ["a comment in Vite's configuration", append('apps/web/vite.config.ts', '// Edited.\n'), [source('web'), app, prettier]],
  ["the app's compiler options", edit('apps/web/tsconfig.app.json', '"rootDir"', '"noUnusedLabels": true, "rootDir"'), [compiled('web'), app, prettier]],
  ["the product's name and title", edit('.env', /^APP_TITLE=.*$/m, 'APP_TITLE=Edited'), ['api:deploy-check', 'api:test', imageTests, apiImage, app, webImage, suite]],

  // The libraries
  ["a UI component's classes", edit('libs/ui/src/skeleton.tsx', 'rounded-sm', 'rounded-md'), [source('ui'), 'web:test', app, webImage, prettier]],
  ["a UI component's props", edit('libs/ui/src/skeleton.tsx', '{ className?: string }', '{ className?: string; title?: string }'), [source('ui'), compiled('web'), app, prettier]],
  ['a design token', edit('libs/ui/src/tokens.css', '98.4%', '98.5%'), [app, webImage, prettier]],
  ['a test of the UI library', append('libs/ui/src/button.test.tsx', '// Edited.\n'), [source('ui'), prettier]],
  ['the configured API client', edit('libs/api-client/src/csrf.ts', 'X-CSRFToken', 'X-CSRF'), [source('api-client'), 'web:test', app, webImage, prettier]],
  ['the generator of the API client', append('libs/api-types/openapi-ts.config.ts', '// Edited.\n'), ['api-types:*', prettier]],

  // Django
  ['a type in a Django schema', edit(`${HEALTH}/schemas.py`, /^(class System\(BaseModel\)[^]*?\n {4}version: )[^\n]+/m, '$1int'), [product, generated, generators]],
  ["a view's body", edit(`${HEALTH}/api.py`, 'return schemas.System(', 'edited = True\n    return schemas.System('), [product]],
  ['a setting', append('apps/api/config/settings.py', '\nEDITED = True\n'), [product, 'api:collectstatic', mutation('test'), generators]],
  ['a migration', append(`${ACCOUNTS}/migrations/0001_initial.py`, '\nEDITED = True\n'), ['api:import-lint', 'api:lint-migrations', 'api:migrations-check', 'api:test', imageTests, apiImage]],
  ['a Python test', append(`${HEALTH}/tests/test_health.py`, '\nEDITED = True\n'), [packages]],
  ["pytest's configuration", append('apps/api/conftest.py', '\nEDITED = True\n'), [ruff, 'api:test', imageTests]],
  ["an admin template's static file", add(`${ACCOUNTS}/static/accounts/admin.css`, 'a { color: red }\n'), ['api:collectstatic', 'api:test', imageTests, apiImage, webImage, prettier]],
  ['an admin template', add(`${ACCOUNTS}/templates/admin/accounts/user.html`, '<p>Edited</p>\n'), ['api:test', imageTests, apiImage]],
  ['gunicorn.conf.py', append('apps/api/gunicorn.conf.py', '\nbacklog = 1024\n'), [ruff, 'api:deploy-check', 'api:test', imageTests, mutation('test'), apiImage]],
  ["the container's health check", append('apps/api/healthcheck.py', '\nEDITED = True\n'), [ruff, imageTests, apiImage]],
  ['the check of migrations', append('apps/api/lint_migrations.py', '\nEDITED = True\n'), [ruff, 'api:lint-migrations', 'api:test', imageTests]],
  ['the check of production settings', append('apps/api/deploy_check.py', '\nEDITED = True\n'), [ruff, 'api:deploy-check', imageTests]],
  ['poetry.lock', edit('apps/api/poetry.lock', /(name = "gunicorn"\nversion = )"[^"]+"/, '$1"99.0.0"'), [product, 'api:collectstatic', 'api:lock-check', 'e2e:lint-probe', 'workspace:lint-bench']],
  ['pyproject.toml', append('apps/api/pyproject.toml', '\n# Edited.\n'), [packages, 'api:lock-check', 'e2e:lint-probe', 'workspace:lint-bench', apiImage, generators]],

  // Nginx
  ['nginx.conf', edit(`${NGINX}/conf/nginx.conf`, 'events {', '# Edited.\nevents {'), ['nginx:gixy', mutation('test'), webImage]],
  ['a snippet for all servers', append(`${NGINX}/conf/http/caching.conf`, '# Edited.\n'), ['nginx:gixy', mutation('test'), webImage]],
  ['the security headers', append(`${NGINX}/conf/http/security-headers.conf`, '# Edited.\n'), ['nginx:gixy', mutation('test'), 'web:test', webImage]],
  ['a snippet of the server', append(`${NGINX}/conf/server/api.conf`, '# Edited.\n'), ['nginx:gixy', mutation('test'), webImage]],
  ['a template of Nginx', append(`${NGINX}/conf/templates/limits.conf.template`, '# Edited.\n'), ['nginx:gixy', mutation('test'), webImage]],
  ['an error page', append(`${NGINX}/errors/page.html`, '<!-- Edited. -->\n'), [webImage]],
  ["Nginx's entry point", append(`${NGINX}/entrypoint.sh`, '# Edited.\n'), ['nginx:shellcheck', 'nginx:test', mutation('test'), webImage]],
  ['the compression of static files', append(`${NGINX}/compress.ts`, '// Edited.\n'), [source('nginx'), webImage, prettier]],

  // Images and the stack
  ["the web image's Dockerfile", append('apps/web/Dockerfile', '# Edited.\n'), ['web:hadolint', webImage]],
  ["the API image's Dockerfile", append('apps/api/Dockerfile', '# Edited.\n'), ['api:hadolint', imageTests, apiImage]],
  ['the bake file', append('docker/docker-bake.hcl', '# Edited.\n'), [webImage, apiImage, 'setup:test']],
  ["npm's settings", append('.npmrc', '# Edited.\n'), ['setup:test']],
  ['.dockerignore', append('.dockerignore', '# Edited.\n'), [webImage, apiImage, imageTests]],
  ['the compose file', append('docker/stack/compose.yaml', '# Edited.\n'), ['stack:lint-compose', 'stack:test', suite, prettier]],
  ['the compose file for PostgreSQL', append('docker/stack/compose.postgres.yaml', '# Edited.\n'), ['setup:test', 'stack:lint-compose', 'stack:test', suite, prettier]],
  ['a Kubernetes manifest', append('docker/kubernetes/base/web.yaml', '# Edited.\n'), ['stack:checkov', 'stack:lint-kubernetes', 'stack:test', prettier]],
  ['the stack file of Swarm', append('docker/swarm/stack.yaml', '# Edited.\n'), ['stack:test', 'stack:swarm-test', prettier]],
  ["checkov's settings", append('docker/kubernetes/checkov.yaml', '# Edited.\n'), ['stack:checkov', prettier]],
  ['the script that validates Kubernetes manifests', append('docker/stack/kubernetes.ts', '// Edited.\n'), [source('stack'), 'stack:lint-kubernetes', prettier]],
  ['the compose file for TLS', append('docker/stack/compose.tls.yaml', '# Edited.\n'), ['stack:lint-compose', 'stack:test', 'e2e:tls', prettier]],
  ['the compose file for metrics and traces', append('docker/stack/compose.observability.yaml', '# Edited.\n'), ['stack:lint-compose', 'stack:test', 'e2e:observability', prettier]],
  ['a local base image', append('docker/base-images/python.Dockerfile', '# Edited.\n'), ['base-images:hadolint']],
  ["a local base image's entry point", append('docker/base-images/postgres.entrypoint.sh', '# Edited.\n'), ['base-images:shellcheck']],
  ['the script that builds base images', append('docker/base-images/build.ts', '// Edited.\n'), ['base-images:lint', 'base-images:typecheck', prettier]],
  ['the script that generates secrets', append('docker/stack/secrets.ts', '// Edited.\n'), [source('stack'), prettier]],

  // End-to-end tests
  ["a journey's spec", append('apps/e2e/journeys/keyboard.spec.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', suite, prettier]],
  ['a spec of the proxy contract', append('apps/e2e/contract/routing.spec.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', suite, prettier]],
  ['a new spec', add('apps/e2e/journeys/new.spec.ts', 'export {};\n'), ['e2e:lint', 'e2e:typecheck', suite, prettier]],
  ["the probe's application", append('apps/e2e/probe/echo.py', '\nEDITED = True\n'), ['e2e:lint-probe', suite]],
  ["the suite's compose file", append('apps/e2e/support/compose.probe.yaml', '# Edited.\n'), [suite, prettier]],
  ["the suite's sign-in provider", append('apps/e2e/provider/main.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', suite, prettier]],
  ['a check with Lighthouse', append('apps/e2e/lighthouse/scores.spec.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', 'e2e:lighthouse', prettier]],
  ['a fault in production', append('apps/e2e/production/killed.spec.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', 'e2e:production', prettier]],
  ['a test of TLS', append('apps/e2e/tls/tls.test.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', 'e2e:tls', prettier]],
  ['a test of metrics and traces', append('apps/e2e/observability/observability.test.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', 'e2e:observability', prettier]],
  ['the hooks of Schemathesis', append('apps/e2e/schemathesis/hooks.py', '# Edited.\n'), ['e2e:lint-probe', 'e2e:schemathesis']],
  ['a test of the cluster', append('apps/e2e/swarm/swarm.test.ts', '// Edited.\n'), ['e2e:lint', 'e2e:typecheck', 'stack:swarm-test', prettier]],
  ['a configuration that is wrong on purpose', append('apps/e2e/bad-stacks/spa-fallback-over-api/server/api.conf', '# Edited.\n'), ['e2e:bad-stacks']],

  // Tools
  ["a generator's template", append('tools/workspace/src/generators/resource/files/web/queries.ts.template', '// Edited.\n'), [generators]],
  ["ESLint's configuration", append('eslint.config.ts', '// Edited.\n'), [eslint, prettier]],
  ["Prettier's configuration", edit('.prettierrc', /\n/, '\n\n'), [prettier, generators]],
  ['a check of the whole tree', append('tools/workspace/checks/graph.test.ts', '// Edited.\n'), ['workspace:lint', 'workspace:typecheck', prettier]],
  ["the benchmark's Django views", append('tools/workspace/bench/views/urls.py', '\nEDITED = True\n'), ['workspace:lint-bench', generators]],
  ['the setup command', append('tools/setup/cli.ts', '// Edited.\n'), [source('setup'), prettier]],
  ['the versions of the Python linters', append('tools/setup/linters/poetry.lock', '# Edited.\n'), [linters]],
  ['the version of checkov', append('tools/setup/checkov/poetry.lock', '# Edited.\n'), ['stack:checkov']],
  ['the version of Schemathesis', append('tools/setup/schemathesis/poetry.lock', '# Edited.\n'), ['e2e:schemathesis']],

  // The mutation tool, which can be deleted
  ...rowsOfMutation,

  // Packages from npm
  ['a package of the app', release('@tanstack/react-query'), ['api-types:typecheck', compiled('api-client'), compiled('web'), app]],
  ['a package for tests of components', release('@testing-library/user-event'), [compiled('ui'), compiled('web')]],
  ['Vitest', release('vitest'), [vitest.flatMap(compiled)]],
  ['jsdom, an optional peer of Vitest', release('jsdom'), [vitest.flatMap(compiled)]],
  ['Playwright', release('@playwright/test'), ['e2e:typecheck', 'setup:typecheck', suite, compiled('workspace'), mutation('test'), mutation('typecheck')]],
  ['ESLint', release('eslint'), [eslint, compiled('workspace')]],
  ['Prettier', release('prettier'), [prettier]],
  ['the package that generates the API client', release('@hey-api/openapi-ts'), ['api-types:generate', 'api-types:generate-check', compiled('api-types'), compiled('api-client'), compiled('web')]],

  // The root
  ['the development container', edit('.devcontainer/devcontainer.json', /\{/, '{ '), [prettier]],
  ['the README', append('README.md', '\nEdited.\n'), []],
  ['a document', append('docs/architecture.md', '\nEdited.\n'), []],
  ['the licence', append('LICENSE', '\nEdited.\n'), []],
  ['a CI file', append('.github/workflows/main.yml', '# Edited.\n'), ['workspace:actionlint', 'workspace:zizmor', prettier]],
  ['an action of the CI', append('.github/actions/prepare/action.yml', '# Edited.\n'), ['workspace:zizmor', prettier]],
  ["Renovate's configuration", edit('.github/renovate.json', '{', '{ '), [prettier]],
  ['a script of the root package', edit('package.json', '"start":', '"edited": "true", "start":'), [prettier]],
  ["the API's project file", inert(edit('apps/api/project.json', 'ruff check ."', 'ruff check --no-fix ."')), ['api:*', ...dependOnApi, eslint, prettier]],
  ['nx.json', edit('nx.json', '"parallel": 2', '"parallel": 3'), [everything]],
  ['the shared compiler options', edit('tsconfig.base.json', '"target": "ES2024"', '"target": "ES2023"'), [everything]],
  ['.gitignore', append('.gitignore', '# Edited.\n'), [everything]],
];
