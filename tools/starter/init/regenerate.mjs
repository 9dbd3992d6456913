// @ts-check
import { join } from 'node:path';
import { run } from './run.mjs';

/** @import { Spellings } from './spellings.mjs' */

const DOCUMENT = 'libs/api-types/openapi.json';

/**
 * Makes the OpenAPI document and the types anew, as `api-types:generate` does.
 *
 * @param {string} root the product's files, on the disk
 * @param {Spellings} spellings
 */
export function regenerate(root, { screaming }) {
  const api = join(root, 'apps/api');
  const build = { [`${screaming}_ENVIRONMENT`]: 'build', PYTHONDONTWRITEBYTECODE: '1' };
  run(api, join(api, '.venv/bin/python'), ['manage.py', 'export_openapi', join(root, DOCUMENT)], build);
  const types = join(root, 'libs/api-types');
  run(root, process.execPath, [join(types, 'generate.mjs'), join(root, DOCUMENT), join(types, 'src/schema.gen.ts')]);
}
