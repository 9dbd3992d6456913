// @ts-check
/**
 * Runs gixy over the configuration as a container has it: with its templates rendered, in tmp/nginx.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'tmp/nginx');

/** What entrypoint.sh makes of its defaults, and of one declared proxy. @type {Record<string, string>} */
const EXAMPLE = {
  APP_MAX_BODY_BYTES: '10485760',
  APP_REQUEST_TIMEOUT_SECONDS: '30',
  APP_SIGN_INS_PER_MINUTE: '30',
  APP_API_UPSTREAM: 'api:8000',
  NGINX_RESOLVERS: '127.0.0.11',
  NGINX_REAL_IP_SOURCES: 'set_real_ip_from 10.0.0.7;',
  NGINX_PROXY_NETWORKS: '10.0.0.7 1;',
};

/** @param {string} template @throws {Error} when it names a variable that no example is given for */
function render(template) {
  return template.replace(/\$\{(\w+)\}/g, (_, name) => {
    const value = EXAMPLE[name];
    if (value === undefined) throw new Error(`docker/nginx/gixy.mjs: give an example of ${name}.`);
    return value;
  });
}

rmSync(target, { recursive: true, force: true });
cpSync(join(root, 'docker/nginx/conf'), target, { recursive: true });
for (const name of readdirSync(join(target, 'templates'))) {
  const template = readFileSync(join(target, 'templates', name), 'utf8');
  writeFileSync(join(target, basename(name, '.template')), render(template));
}
const main = join(target, 'nginx.conf');
writeFileSync(main, readFileSync(main, 'utf8').replaceAll('/tmp/nginx/', ''));

const { status, error } = spawnSync(join(root, '.local/linters/bin/gixy'), [main], { stdio: 'inherit' });
if (error) console.error(`${error.message}: npm run setup installs it.`);
process.exitCode = status ?? 1;
