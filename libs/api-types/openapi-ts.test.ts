import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createClient } from '@hey-api/openapi-ts';
import config, { output } from './openapi-ts.config.ts';

/** An operation as Django Ninja documents it, with a `File` parameter, a list of files and a `Form` parameter. */
const file = { type: 'string', format: 'binary' };
const properties = { file, pages: { type: 'array', items: file }, title: { type: 'string' } };
const schema = { type: 'object', required: Object.keys(properties), properties };
const operation = {
  operationId: 'uploadScan',
  requestBody: { required: true, content: { 'multipart/form-data': { schema } } },
  responses: { 200: { description: 'OK' } },
};

test('an operation with files takes files and sends multipart', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-ts-'));
  context.after(() => rmSync(folder, { recursive: true }));
  const input = join(folder, 'openapi.json');
  const info = { title: 'API', version: '1' };
  writeFileSync(input, JSON.stringify({ openapi: '3.1.0', info, paths: { '/scans': { post: operation } } }));
  await createClient({ ...config, input, output: { ...output, path: folder }, logs: { level: 'silent' } });
  const generated = (name: string) => readFileSync(join(folder, `${name}.gen.ts`), 'utf8');
  assert.match(generated('types'), /body: \{\s+file: Blob \| File;\s+pages: Array<Blob \| File>;\s+title: string;/);
  assert.match(generated('sdk'), /const uploadScan = [^;]+\.\.\.formDataBodySerializer,[^;]+'Content-Type': null/);
});
