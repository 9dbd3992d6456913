/** Runs gixy on the configuration as it is in a container, with rendered templates. The copy is written to tmp/nginx. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'tmp/nginx');

/** What entrypoint.sh renders with APP_TLS and one trusted proxy. */
const VALUES: Record<string, string> = {
  APP_MAX_BODY_BYTES: '10485760',
  APP_REQUEST_TIMEOUT_SECONDS: '30',
  APP_SIGN_INS_PER_MINUTE: '30',
  APP_API_UPSTREAM: 'api:8000',
  // Without the UDP port, which gixy takes for the same socket.
  NGINX_LISTEN: 'listen 8443 ssl;',
  NGINX_LISTEN_HTTP: 'listen 8080;',
  NGINX_LISTEN_METRICS: 'listen 8081;',
  NGINX_HTTPS_PORT: '443',
  NGINX_ORIGIN: 'https://app.example',
  NGINX_SENTRY_ORIGIN: ' https://sentry.example',
  NGINX_RESOLVERS: '127.0.0.11',
  NGINX_REAL_IP_SOURCES: 'set_real_ip_from 10.0.0.7;',
  NGINX_PROXY_NETWORKS: '10.0.0.7 1;',
};

rmSync(target, { recursive: true, force: true });
cpSync(join(import.meta.dirname, 'conf'), target, { recursive: true });
for (const name of readdirSync(join(target, 'templates'))) {
  const template = readFileSync(join(target, 'templates', name), 'utf8');
  const rendered = template.replace(/\$\{(\w+)\}/g, (variable, name: string) => VALUES[name] ?? variable);
  writeFileSync(join(target, basename(name, '.template')), rendered);
}
const main = join(target, 'nginx.conf');
writeFileSync(main, readFileSync(main, 'utf8').replaceAll('/tmp/nginx/', ''));

// The port of the counters is not published, so they need no list of addresses.
const args = ['--skips', 'status_page_exposed', main];
const { status, error } = spawnSync(join(root, '.local/linters/bin/gixy'), args, { stdio: 'inherit' });
if (error) console.error(`${error.message}. Run \`npm run setup\` to install gixy.`);
process.exitCode = status ?? 1;
