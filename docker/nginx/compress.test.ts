import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { layOut } from './compress.ts';

const SCRIPT = 'console.log("hello");\n'.repeat(100);

/** Lays out the given files below `prefix`. Returns a function that resolves a path in the result. */
async function laidOut(context: TestContext, files: Record<string, string>, prefix = '') {
  const folder = mkdtempSync(join(tmpdir(), 'layout-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'source', path)), { recursive: true });
    writeFileSync(join(folder, 'source', path), text);
  }
  await layOut(join(folder, 'out'), join(folder, 'source'), prefix);
  return (path: string) => join(folder, 'out', path);
}

test('writes a text file to all three folders', async (context) => {
  const out = await laidOut(context, { 'admin/base.css': SCRIPT }, 'static');
  assert.equal(readFileSync(out('identity/static/admin/base.css'), 'utf8'), SCRIPT);
  assert.equal(brotliDecompressSync(readFileSync(out('br/static/admin/base.css'))).toString(), SCRIPT);
  assert.equal(gunzipSync(readFileSync(out('gzip/static/admin/base.css'))).toString(), SCRIPT);
});

test('does not compress images or files that would grow', async (context) => {
  const out = await laidOut(context, { 'logo.png': SCRIPT, 'tiny.txt': 'x' });
  assert.ok(existsSync(out('identity/logo.png')));
  assert.ok(existsSync(out('identity/tiny.txt')));
  assert.ok(!existsSync(out('br')) && !existsSync(out('gzip')));
});

test("of Django's files, writes only those with a hash in the name", async (context) => {
  const paths = { 'admin/base.css': 'admin/base.0123456789ab.css', 'admin/base.css.map': 'admin/base.css.ab.map' };
  const files = [...Object.entries(paths).flat(), 'admin/not-in-the-manifest.js'];
  const content = Object.fromEntries(files.map((path) => [path, SCRIPT]));
  const out = await laidOut(context, { ...content, 'staticfiles.json': JSON.stringify({ paths }) }, 'static');
  assert.deepEqual(readdirSync(out('identity/static/admin')), ['base.0123456789ab.css']);
  assert.deepEqual(readdirSync(out('identity/static')), ['admin']);
});

test('leaves out source maps, archives and dotfiles', async (context) => {
  const hidden = ['app.js.map', '.env', 'app.js.gz', 'app.js.br', '.git/config'];
  const out = await laidOut(context, Object.fromEntries(hidden.map((path) => [path, SCRIPT])));
  assert.ok(!existsSync(out('identity')));
});

test('keeps the .well-known folder', async (context) => {
  const out = await laidOut(context, { '.well-known/security.txt': SCRIPT });
  assert.ok(existsSync(out('br/.well-known/security.txt')));
});

test('derives the modification time from the content', async (context) => {
  const timeOf = async (text: string) =>
    statSync((await laidOut(context, { 'index.html': text }))('identity/index.html')).mtimeMs;
  const [one, same, other] = [await timeOf('aaaa'), await timeOf('aaaa'), await timeOf('bbbb')];
  assert.equal(one, same);
  assert.notEqual(one, other);
  assert.ok(Math.max(one, other) < Date.parse('2005-01-01'));
});
