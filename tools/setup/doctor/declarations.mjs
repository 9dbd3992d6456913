// @ts-check
import { join } from 'node:path';

/** @import { ReadHost } from '../host/host.mjs' */
/** @import { Check } from './examine.mjs' */

/** tsc writes declarations and never takes one away when its source goes: tools go on finding it. @type {Check} */
export const declarations = {
  id: 'declarations',
  title: 'Declarations',
  async look(host) {
    /** @type {{references: {path: string}[]}} */
    const { references } = JSON.parse(host.read('tsconfig.json') ?? '{"references":[]}');
    const stale = references
      .map(({ path }) => join(path))
      .flatMap((project) => outputsOf(host, project).flatMap((output) => orphansIn(host, project, output)));
    const [first] = stale;
    if (first === undefined) return { status: 'ok', says: 'each in out-tsc has its source' };
    const projects = [...new Set(stale.map(({ project }) => project))];
    const names = projects.map((project) => project.split('/').at(-1)).join(',');
    return {
      status: 'problem',
      says: `${stale.length} of sources that are gone, like ${first.path}.`,
      mend: `rm -rf ${projects.map((project) => `${project}/out-tsc`).join(' ')} && npx nx run-many -t typecheck -p ${names} --skip-nx-cache`,
    };
  },
};

/**
 * Where a project's compilations write, and from where they read.
 *
 * @param {ReadHost} host
 * @param {string} project
 * @returns {{from: string, to: string}[]}
 */
function outputsOf(host, project) {
  return host
    .list(project)
    .filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name))
    .flatMap((name) => {
      const text = host.read(`${project}/${name}`) ?? '';
      const setting = (/** @type {string} */ key) => new RegExp(`"${key}":\\s*"([^"]+)"`).exec(text)?.[1];
      const to = setting('outDir');
      return to === undefined ? [] : [{ from: join(project, setting('rootDir') ?? '.'), to: join(project, to) }];
    });
}

/**
 * @param {ReadHost} host
 * @param {string} project
 * @param {{from: string, to: string}} output
 * @returns {{project: string, path: string}[]}
 */
function orphansIn(host, project, { from, to }) {
  return host.list(to).flatMap((name) => {
    const [, stem, module] = /^(.*)\.d\.(m?)ts$/.exec(name) ?? [];
    if (stem === undefined) {
      return orphansIn(host, project, { from: join(from, name), to: join(to, name) });
    }
    const endings = module ? ['.mjs', '.mts'] : ['.ts', '.tsx'];
    const hasSource = endings.some((ending) => host.exists(join(from, `${stem}${ending}`)));
    return hasSource ? [] : [{ project, path: join(to, name) }];
  });
}
