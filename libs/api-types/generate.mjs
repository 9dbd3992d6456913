// @ts-check
/**
 * Writes the TypeScript types of an OpenAPI document: `node generate.mjs <openapi.json> [schema.gen.ts]`; to stdout without
 * a second path.
 *
 * openapi-typescript has a command line of its own; its library is used so that the header can say where
 * the file comes from, in words that hold on every machine.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

const [source, target] = process.argv.slice(2);
if (source === undefined) {
  throw new Error('Usage: node generate.mjs <openapi.json> [schema.gen.ts]');
}

const header = `// Generated from the API's OpenAPI document by \`npx nx run api-types:generate\`. Never edited.\n\n`;
const types = astToString(
  await openapiTS(pathToFileURL(resolve(source)), { alphabetize: true, defaultNonNullable: false }),
);
if (target === undefined) process.stdout.write(header + types);
else writeFileSync(target, header + types);
