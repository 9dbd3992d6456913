// @ts-check
import { edit, remove, textOf } from './edit.mjs';

/** @import { Tree } from '@nx/devkit' */

/** Whole files of the product without notes, as `path.template`: where more than a few lines differ. */
const FILES = 'tools/starter/init/without-demo';

const REMOVED = [
  'apps/api/tandem/notes',
  'apps/e2e/faults/app-without-server.spec.ts',
  'apps/e2e/journeys/bad-input.spec.ts',
  'apps/e2e/journeys/notes-trouble.spec.ts',
  'apps/e2e/journeys/notes.spec.ts',
  'apps/web/src/features/notes',
];

/**
 * Takes the notes out of Django, React, the suite and the pages of documentation, and puts an empty home page in their
 * place. What Django generates is stale afterwards: the caller makes it anew.
 *
 * @param {Tree} tree
 */
export function withoutDemo(tree) {
  remove(tree, REMOVED);
  inDjango(tree);
  inReact(tree);
  inTheSuite(tree);
  inTheGenerators(tree);
  edit(tree, 'docs/architecture.md', /GET \/api\/notes/g, 'GET /api/system');
  edit(tree, 'docs/development.md', ', like `apps/api/tandem/notes/seeds.py`', '');
  edit(tree, 'docs/architecture.md', '`/notes/42`', '`/user/42`');
  copyFiles(tree, FILES);
}

/** @param {Tree} tree */
function inDjango(tree) {
  const api = (/** @type {string} */ path) => `apps/api/${path}`;
  edit(tree, api('config/api.py'), 'from tandem.notes.api import router as notes\n', '');
  edit(tree, api('config/api.py'), 'api.add_router("/notes", notes)\n', '');
  edit(tree, api('config/settings.py'), '    "tandem.notes",\n', '');
  const document = api('config/tests/test_openapi.py');
  edit(tree, document, /^ {4}notes = .*\n/m, '');
  edit(tree, document, 'notes | {"livez"', '{"livez"');
  edit(tree, document, /^ {4}update = [^]*?(?=^ {4}ready = )/m, '');
  edit(tree, document, '{"Note": {}}', '{"Live": {}}');
  edit(tree, document, 'match="Note"', 'match="Live"');
  const seeds = api('config/tests/test_seed.py');
  edit(tree, seeds, 'from tandem.notes.models import Note\n', '');
  edit(tree, seeds, /^def rows\(\)[^]*?(?=^def test_makes_a_person)/m, '');
  edit(tree, seeds, /^.*browser\.get\("\/api\/notes"\).*\n/m, '');
  edit(tree, seeds, /^def test_makes_nothing_twice[^]*?(?=^def test_has_the_password)/m, '');
  edit(tree, seeds, 'from typing import Any\n', '');
  const admin = api('tandem/accounts/tests/test_admin.py');
  edit(tree, admin, ', "notes/note/", "notes/note/add/"', '');
  edit(tree, admin, 'test_shows_people_and_notes', 'test_shows_people');
  edit(tree, api('tandem/accounts/tests/test_sign_in.py'), /^.*browser\.get\("\/api\/notes"\).*\n/m, '');
  const health = api('tandem/health/tests/test_health.py');
  edit(tree, health, "app IN ('notes', 'common')", "app IN ('accounts', 'common')");
}

/** @param {Tree} tree */
function inReact(tree) {
  const web = (/** @type {string} */ path) => `apps/web/${path}`;
  edit(
    tree,
    web('index.html'),
    /content="Notes that [^"]*"/,
    'content="Tandem: one line from this browser to the database."',
  );
  edit(
    tree,
    web('src/app/header.tsx'),
    /<Link to="\/notes" className=\{NAV_LINK\}>\s*Notes\s*<\/Link>/,
    '<Link to="/home" className={NAV_LINK}>Home</Link>',
  );
  edit(tree, web('src/app/account-nav.tsx'), "import { dropAllDrafts } from '../features/notes/drafts';\n", '');
  edit(tree, web('src/app/account-nav.tsx'), /^ *dropAllDrafts\(\);\n/m, '');
  edit(tree, web('src/app/welcome-page.tsx'), 'Write it down. Find it again.', 'Welcome to Tandem.');
  edit(tree, web('src/app/welcome-page.tsx'), /Your notes, one short line away: from/, 'One short line: from');

  const router = web('src/app/router.tsx');
  edit(tree, router, "import { readNotesSearch } from '../features/notes/search-params';\n", '');
  edit(tree, router, "redirect({ to: '/notes', replace: true })", "redirect({ to: '/home', replace: true })");
  edit(tree, router, /^const notes = createRoute\([^]*?(?=^const system = )/m, HOME_ROUTE);
  edit(tree, router, 'addChildren([notes, newNote, note])', 'addChildren([home])');

  edit(tree, web('src/features/auth/return-path.ts'), "const HOME = '/notes';", "const HOME = '/home';");
  const paths = web('src/features/auth/return-path.test.ts');
  edit(tree, paths, "safeReturnPath(next, ORIGIN)).toBe('/notes')", "safeReturnPath(next, ORIGIN)).toBe('/home')");
  edit(tree, paths, 'is the list of notes when', 'is the home page when');
  edit(tree, paths, /\/notes/g, '/home');
  edit(tree, paths, "'notes'", "'home'");

  const auth = web('src/features/auth/auth.test.tsx');
  edit(tree, auth, 'fakeApi, makeNote, PASSWORD', 'fakeApi, PASSWORD');
  edit(
    tree,
    auth,
    /^ {2}const note = makeNote\(\);\n {2}fakeApi\(\{ signedIn: false, notes: \[note\] \}\);\n.*\n/m,
    "  fakeApi({ signedIn: false });\n  const user = openApp('/home#deep');\n",
  );
  edit(
    tree,
    auth,
    /^.*findByLabelText\('Title'\)\)\.toHaveValue\(note\.title\);\n/m,
    "  expect(await screen.findByRole('heading', { level: 1, name: 'Home' })).toBeVisible();\n  expect(location.hash).toBe('#deep');\n",
  );
  edit(tree, auth, /name: 'Notes'/g, "name: 'Home'");
  edit(tree, auth, '`${location.origin}/notes`', '`${location.origin}/home`');
  edit(tree, auth, /it\('signs out, and forgets the drafts'[^]*$/, SIGNS_OUT);

  const fake = web('src/testing/fake-api.ts');
  edit(tree, fake, "import type { Schema } from '@tandem/api-types';\n", '');
  edit(tree, fake, /^type Note = .*\n\n/m, '');
  edit(tree, fake, /^const NOW = .*\n/m, '');
  edit(tree, fake, /^\/\*\* A note as the API [^]*?^\}\n\n/m, '');
  edit(tree, fake, ': sessions, and notes with versions. Tests', ': its sessions. Tests');
  edit(tree, fake, '{ signedIn?: boolean; notes?: Note[] }', '{ signedIn?: boolean }');
  edit(tree, fake, ', notes: start.notes ?? []', '');
  edit(tree, fake, /^ {2}const signInFirst = .*\n/m, '');
  edit(tree, fake, "import { problem } from './problem';\n", '');
  edit(tree, fake, /^ {4}http\.get\('\/api\/notes'[^]*?(?=^ {2}\);\n {2}return state)/m, '');
}

/** @param {Tree} tree */
function inTheSuite(tree) {
  const e2e = (/** @type {string} */ path) => `apps/e2e/${path}`;
  const deployment = e2e('contract/deployment.json');
  edit(
    tree,
    deployment,
    /"\/notes", "\/notes\/3f0c\/edit\/very\/deep\/down"/,
    '"/home", "/home/3f0c/edit/very/deep/down"',
  );
  edit(tree, deployment, '"/v1.2/notes"', '"/v1.2/home"');
  edit(
    tree,
    deployment,
    / The rows that sign in store notes there\.\n {4}"private": "\/api\/notes"/,
    ' The rows that sign in store something there.\n    // Name the first that this product has; until then the suite\'s own stack has one of the probe\'s.\n    "private": null',
  );
  const reader = e2e('contract/deployment.ts');
  edit(
    tree,
    reader,
    'return { ...found, probe:',
    'const api = isOwnStack ? { ...found.api, private: found.api.private ?? `${OWN_PROBE}/things` } : found.api;\n  return { ...found, api, probe:',
  );
  edit(tree, e2e('probe/urls.py'), 'streams, tallies\n', 'streams, tallies, things\n');
  edit(tree, e2e('probe/urls.py'), '    path("tally/', '    path("things", things.things),\n    path("tally/');

  edit(tree, e2e('journeys/journey.ts'), /^export interface NoteText [^]*?(?=^\/\*\* Type credentials)/m, '');
  const keyboard = e2e('journeys/keyboard.spec.ts');
  edit(tree, keyboard, 'signs in, writes, deletes and signs out', 'signs in and out');
  edit(
    tree,
    keyboard,
    /^ {2}await expect\(title\(page, 'Notes'\)\)\.toBeFocused\(\);\n[^]*?(?=^ {2}await tabTo\(page, 'button', 'Sign out'\))/m,
    "  await expect(title(page, 'Home')).toBeFocused();\n",
  );
  edit(tree, keyboard, "role: 'link' | 'button' | 'textbox'", "role: 'button' | 'textbox'");
  const pages = e2e('journeys/pages.ts');
  edit(
    tree,
    pages,
    "import { expect, title, writeNote } from './journey';",
    "import { expect, title } from './journey';",
  );
  edit(tree, pages, /^const NOTES = \[[^]*?^\];\n\n/m, '');
  edit(tree, pages, 'Write it down. Find it again.', 'Welcome to Tandem.');
  edit(
    tree,
    pages,
    /^ {2}\{\n {4}name: 'notes-empty',[^]*?(?=^\];)/m,
    "  { name: 'home', signedIn: true, open: (page) => opened(page, '/home', 'Home') },\n",
  );
  const looks = e2e('journeys/appearance.spec.ts');
  edit(tree, looks, /^.*ask\('\/api\/notes'.*\n/m, "  expect(signedIn.email).not.toBe('');\n");
  edit(tree, looks, /\['\/notes', 'Notes'\],\n\s*\['\/notes\/new', 'New note'\],/, "['/home', 'Home'],");
  const signUp = e2e('journeys/sign-up.spec.ts');
  edit(tree, signUp, 'stands before their own empty notes', 'stands on their own empty home page');
  edit(tree, signUp, "title(page, 'Notes')", "title(page, 'Home')");
  edit(tree, signUp, /\/notes\$/, '/home$');
  edit(tree, signUp, 'Nothing written yet', 'Nothing here yet');
  for (const file of ['proxy/routing-files.spec.ts', 'bad-stacks/spa-fallback-over-api/server/api.conf']) {
    edit(
      tree,
      e2e(file),
      file.endsWith('.conf') ? 'livez|notes|' : /notes/g,
      file.endsWith('.conf') ? 'livez|' : 'home',
    );
  }
  edit(tree, e2e('support/people.ts'), /personWithoutNotes/g, 'personWithNothing');
  edit(tree, e2e('support/test.ts'), /personWithoutNotes/g, 'personWithNothing');
  edit(tree, e2e('support/people.ts'), 'who has no notes', 'who has stored nothing');
  edit(tree, e2e('support/test.ts'), 'an account and no notes', 'an account and nothing stored');
  edit(tree, e2e('support/people.ts'), /\bNOTES\b/g, 'PRIVATE');
}

/** @param {Tree} tree */
function inTheGenerators(tree) {
  const generators = (/** @type {string} */ path) => `tools/generators/${path}`;
  edit(tree, generators('package.json'), /^.*\/notes\/models\.py",\n/m, '');
  edit(tree, generators('src/testing/workspace-tree.ts'), /^.*\/notes\/models\.py`,\n/m, '');
  const resource = generators('src/resource/resource.test.ts');
  edit(tree, resource, /^ {2}it\('refers to what somebody has written by hand'[^]*?^ {2}\}\);\n\n/m, '');
  edit(tree, resource, /^.*'has a model Note'.*\n/m, '');
}

/** @param {Tree} tree @param {string} folder */
function copyFiles(tree, folder) {
  for (const name of tree.children(folder)) {
    const path = `${folder}/${name}`;
    if (tree.isFile(path)) tree.write(path.slice(FILES.length + 1).replace(/\.template$/, ''), textOf(tree, path));
    else copyFiles(tree, path);
  }
}

const HOME_ROUTE = `const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/home',
  component: lazyRouteComponent(
    whenOnline(() => import('../features/home/routes/home-page')),
    'HomePage',
  ),
});

`;

const SIGNS_OUT = `it('signs out', async () => {
  const state = fakeApi();
  const user = openApp('/home');
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeVisible();
  expect(state.signedIn).toBe(false);
});
`;
