import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';
import { nginxMutants } from './nginx/mutants.ts';
import { pythonMutants } from './python/mutants.ts';

/** Where the configuration stands in the workspace. */
export const places = {
  nginx: 'docker/nginx/conf',
  entrypoint: 'docker/nginx/entrypoint.sh',
  gunicorn: 'apps/api/gunicorn.conf.py',
  django: 'apps/api/config/settings.py',
} as const;

/** The settings by which Django trusts, limits and answers as the proxy in front of it expects. */
const proxySettings = [
  'ALLAUTH_TRUSTED_PROXY_COUNT',
  'ALLOWED_HOSTS',
  'APPEND_SLASH',
  'CSRF_*',
  'DATA_UPLOAD_*',
  'SECURE_*',
  'SESSION_COOKIE_*',
  'STATIC_URL',
  'USE_X_FORWARDED_*',
];

/** The texts of every file that mutants are made of, by its path in the workspace. */
export function readSources(root: string): Map<string, string> {
  const nginx = readdirSync(join(root, places.nginx), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:conf|template)$/.test(name))
    .map((name) => `${places.nginx}/${name}`)
    .sort();
  return new Map(
    [...nginx, places.gunicorn, places.django].map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

/** The numbers that entrypoint.sh takes when nobody sets them: `: "${NAME:=30}"`. */
export function defaultVariables(entrypoint: string): Map<string, number> {
  const defaults = entrypoint.matchAll(/^: "\$\{(\w+):=(\d+)\}"$/gm);
  return new Map([...defaults].map(([, name = '', number]) => [name, Number(number)]));
}

/**
 * Every mutant of the configuration: Nginx's, Gunicorn's, then Django's.
 *
 * @param sources as `readSources` gives them
 * @param variables the numbers that the stack under test runs with
 */
export function workspaceMutants(
  sources: ReadonlyMap<string, string>,
  variables: ReadonlyMap<string, number>,
): Mutant[] {
  const nginx = new Map([...sources].filter(([path]) => path.startsWith(`${places.nginx}/`)));
  const templates = [...nginx.keys()].filter((path) => path.endsWith('.template'));
  // entrypoint.sh writes each there, under its name without the ending.
  const rendered = new Map(templates.map((path) => [`/tmp/nginx/${/([^/]*)\.template$/.exec(path)?.[1] ?? ''}`, path]));
  return [
    ...nginxMutants(nginx, `${places.nginx}/nginx.conf`, { rendered, variables }),
    ...pythonMutants(places.gunicorn, sources.get(places.gunicorn) ?? ''),
    ...pythonMutants(places.django, sources.get(places.django) ?? '', { only: proxySettings }),
  ];
}
