import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, root, run } from '../shell.ts';
import type { Step } from '../step.ts';

/** Build secrets of the Dockerfiles (docker/docker-bake.hcl). A build sees neither the environment nor the files of the machine. */
const FOLDER = '.local/build-secrets';
const CA_IN_BUILD = '/run/secrets/ca.crt';
/** Settings that name the package index. Others, such as `find-links`, name folders of this machine. */
const NAMES = ['index-url', 'extra-index-url', 'trusted-host'];
/** Later ones override earlier ones, as in pip. */
const SECTIONS = ['global', 'install', ':env:'];

/** Passes pip's settings for a mirror to the image builds. */
export const packageIndex: Step = {
  id: 'package-index',
  title: 'pip in images',
  async check() {
    const { conf, ca } = await buildSecrets();
    const isCurrent = read(`${FOLDER}/pip.conf`) === conf && read(`${FOLDER}/ca.crt`) === ca;
    if (!isCurrent) return { ok: false, message: `${FOLDER} does not have the settings of pip.` };
    return { ok: true, message: conf.includes('index-url') ? 'uses the package index of this machine' : 'uses PyPI' };
  },
  async fix() {
    const { conf, ca } = await buildSecrets();
    mkdirSync(join(root, FOLDER), { recursive: true });
    // The address of an index may contain a password.
    writeFileSync(join(root, FOLDER, 'pip.conf'), conf, { mode: 0o600 });
    writeFileSync(join(root, FOLDER, 'ca.crt'), ca);
  },
};

async function buildSecrets(): Promise<{ conf: string; ca: string }> {
  const { stdout } = await run(join(root, 'apps/api/.venv/bin/python'), ['-m', 'pip', 'config', 'list']);
  const settings = parseSettings(stdout);
  const file = settings.get('cert') ?? process.env['REQUESTS_CA_BUNDLE'] ?? process.env['SSL_CERT_FILE'];
  const ca = (file && read(file)) ?? '';
  return { conf: pipConf(settings, ca !== ''), ca };
}

/** Reads lines like `global.index-url='https://pypi.example/simple'` of `pip config list`. */
export function parseSettings(list: string): Map<string, string> {
  const lines = [...list.matchAll(/^([^.]+)\.([\w-]+)=(['"])(.*)\3$/gm)];
  const found = SECTIONS.flatMap((section) => lines.filter((line) => line[1] === section));
  return new Map(found.map(([, , name = '', , value = '']) => [name, value.replaceAll('\\n', ' ').trim()]));
}

export function pipConf(settings: Map<string, string>, hasCa: boolean): string {
  const lines = NAMES.flatMap((name) => (settings.has(name) ? [`${name} = ${settings.get(name) ?? ''}`] : []));
  if (hasCa) lines.push(`cert = ${CA_IN_BUILD}`);
  return ['[global]', ...lines, ''].join('\n');
}
