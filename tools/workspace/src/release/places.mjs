// @ts-check

/**
 * @typedef {object} Place
 * @property {string} file from the workspace's root
 * @property {RegExp} version matches the version's text alone
 */

const ARGUMENT = /(?<=^ARG VERSION=)\S+$/m;

/**
 * Where the workspace's version stands besides the projects' own package.json, by the project that has it written.
 * What no project holds is the project `workspace`'s. A check compares the list with the tree.
 *
 * @type {Readonly<Record<string, readonly Place[]>>}
 */
export const PLACES = Object.freeze({
  api: [
    { file: 'apps/api/pyproject.toml', version: /(?<=^\[project\]\n(?:[^[].*\n)*version = ")[^"]+/m },
    { file: 'apps/api/tandem/__init__.py', version: /(?<=^__version__ = ")[^"]+/m },
    { file: 'apps/api/Dockerfile', version: ARGUMENT },
  ],
  // What Django writes into the document; `api-types:generate-check` fails when the two differ.
  'api-types': [{ file: 'libs/api-types/openapi.json', version: /(?<="info": \{[^}]*"version": ")[^"]+/ }],
  web: [{ file: 'apps/web/Dockerfile', version: ARGUMENT }],
  workspace: [
    { file: 'package.json', version: /(?<=^ {2}"version": ")[^"]+/m },
    { file: 'docker/docker-bake.hcl', version: /(?<=^variable "VERSION" \{\n {2}default = ")[^"]+/m },
  ],
});
