// @ts-check
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { layOut } from './compress.mjs';

const SCRIPT = 'console.log("hello");\n'.repeat(100);

/**
 * Lays out an app and static files made of the given texts.
 *
 * @param {import('node:test').TestContext} context
 * @param {{app?: Record<string, string>, static?: Record<string, string>}} sources
 * @returns {Promise<(path: string) => string>} the place of a path below the three trees
 */
async function laidOut(context, sources) {
  const folder = mkdtempSync(join(tmpdir(), 'layout-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [source, files] of Object.entries({ app: {}, static: {}, ...sources })) {
    mkdirSync(join(folder, source));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, source, path)), { recursive: true });
      writeFileSync(join(folder, source, path), text);
    }
  }
  await layOut(join(folder, 'out'), [
    { folder: join(folder, 'app'), prefix: '' },
    { folder: join(folder, 'static'), prefix: 'static' },
  ]);
  return (path) => join(folder, 'out', path);
}

test('puts a text into all three trees under its own name', async (context) => {
  const out = await laidOut(context, { app: { 'assets/app-1.js': SCRIPT }, static: { 'admin/base.css': SCRIPT } });
  assert.equal(readFileSync(out('identity/assets/app-1.js'), 'utf8'), SCRIPT);
  assert.equal(brotliDecompressSync(readFileSync(out('br/assets/app-1.js'))).toString(), SCRIPT);
  assert.equal(gunzipSync(readFileSync(out('gzip/static/admin/base.css'))).toString(), SCRIPT);
});

test('compresses neither pictures nor what would grow', async (context) => {
  const out = await laidOut(context, { app: { 'logo.png': SCRIPT, 'tiny.txt': 'x' } });
  assert.ok(existsSync(out('identity/logo.png')));
  for (const path of ['br/logo.png', 'gzip/logo.png', 'br/tiny.txt', 'gzip/tiny.txt']) {
    assert.equal(existsSync(out(path)), false, path);
  }
});

test('leaves out what no visitor may have', async (context) => {
  const secret = ['app.js.map', '.env', 'app.js.gz', 'app.js.br', '.git/config'];
  const out = await laidOut(context, {
    app: Object.fromEntries(secret.map((path) => [path, SCRIPT])),
    static: { 'staticfiles.json': '{}' },
  });
  for (const path of [...secret, 'static/staticfiles.json']) {
    assert.equal(existsSync(out(`identity/${path}`)), false, path);
  }
});

test('keeps the well-known folder', async (context) => {
  const out = await laidOut(context, { app: { '.well-known/security.txt': SCRIPT } });
  assert.ok(existsSync(out('br/.well-known/security.txt')));
});

test('gives a file of the same size another time when its content changes, and never a future one', async (context) => {
  const times = ['aaaa', 'bbbb'].map(async (text) => {
    const out = await laidOut(context, { app: { 'index.html': text } });
    return statSync(out('identity/index.html')).mtimeMs;
  });
  const [one = 0, other = 0] = await Promise.all(times);
  assert.notEqual(one, other);
  assert.ok(Math.max(one, other) < Date.parse('2005-01-01'));
});

test('gives equal input equal bytes and times', async (context) => {
  const one = await laidOut(context, { app: { 'assets/app-1.js': SCRIPT } });
  const other = await laidOut(context, { app: { 'assets/app-1.js': SCRIPT } });
  for (const path of ['identity/assets/app-1.js', 'br/assets/app-1.js', 'gzip/assets/app-1.js']) {
    const [a, b] = [one(path), other(path)];
    assert.deepEqual(readFileSync(a), readFileSync(b), path);
    assert.equal(statSync(a).mtimeMs, statSync(b).mtimeMs, path);
  }
});
