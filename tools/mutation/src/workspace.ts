import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './nginx/configuration.ts';
import { nginxMutants } from './mutants.ts';
import type { Mutant } from './mutant.ts';
import { djangoReplacements, gunicornReplacements, replacementMutants } from './replacements.ts';

export const root = join(import.meta.dirname, '../../..');

/** Paths of the mutated files in the workspace. */
export const paths = {
  nginx: 'docker/nginx/conf',
  /** The run appends a marker to this file. */
  listen: 'docker/nginx/conf/templates/listen.conf.template',
  entrypoint: 'docker/nginx/entrypoint.sh',
  gunicorn: 'apps/api/gunicorn.conf.py',
  django: 'apps/api/config/settings.py',
} as const;

/** The stack under test has a short request timeout, which tests of slow views wait for. */
export const requestTimeoutSeconds = 5;

/** The mutated files: texts by path. */
export function readFiles(): Map<string, string> {
  const nginx = readdirSync(join(root, paths.nginx), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:conf|template)$/.test(name))
    .map((name) => `${paths.nginx}/${name}`)
    .sort();
  return new Map([...nginx, paths.gunicorn, paths.django].map((path) => [path, read(path)]));
}

/** The Nginx configuration. The numbers of its template variables are the defaults of entrypoint.sh. */
export function nginxSource(files: ReadonlyMap<string, string>): Source {
  const nginx = new Map([...files].filter(([path]) => path.startsWith(`${paths.nginx}/`)));
  // entrypoint.sh writes each template to this folder, without the extension.
  const templates = [...nginx.keys()].filter((path) => path.endsWith('.template'));
  const rendered = templates.map((path) => [`/tmp/nginx/${/([^/]*)\.template$/.exec(path)?.[1] ?? ''}`, path] as const);
  const defaults = read(paths.entrypoint).matchAll(/^: "\$\{(\w+):=(\d+)\}"$/gm);
  return {
    files: nginx,
    entry: `${paths.nginx}/nginx.conf`,
    rendered: new Map(rendered),
    variables: new Map<string, number>([
      ...[...defaults].map(([, name = '', number]) => [name, Number(number)] as const),
      ['APP_REQUEST_TIMEOUT_SECONDS', requestTimeoutSeconds],
    ]),
  };
}

/** All mutants: Nginx's first, because they need no restart of the application. */
export function allMutants(files: ReadonlyMap<string, string>): Mutant[] {
  return [
    ...nginxMutants(nginxSource(files)),
    ...replacementMutants(paths.gunicorn, files.get(paths.gunicorn) ?? '', gunicornReplacements),
    ...replacementMutants(paths.django, files.get(paths.django) ?? '', djangoReplacements),
  ];
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
