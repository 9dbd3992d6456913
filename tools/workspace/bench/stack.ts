import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workspaceRoot } from '../checks/scratch.ts';
import { baseImages, postgresImage } from '../full-checks/base-images.ts';
import { docker, run, type Target } from './load.ts';

/** The script for compressed files: its place in this commit, and in earlier ones. */
const COMPRESS = ['docker/nginx/compress.ts', 'docker/nginx/compress/compress.mjs'];
const STACK = 'docker/stack';
/** What this Nginx is compared with: the compressed files and nothing else, and the official configuration with gzip. */
const MAIN = 'daemon off; worker_processes auto; pid /tmp/nginx.pid; events {}';
const NGINX = {
  bare: `${MAIN} http { sendfile on; access_log off; server { listen 8080; root /files/br;
    location /api/ { proxy_pass http://api:8000; proxy_set_header Host $http_host; proxy_set_header Connection close; } } }`,
  stock: `${MAIN} http { sendfile on; access_log /dev/stdout; gzip on; gzip_types text/javascript;
    types { text/javascript js; } server { listen 8080; root /files/identity; } }`,
};
/** Generated files of these sizes in brotli, and twice as large without. */
export const FILES = { '66 kB': '/assets/bench/66000.js', '1 kB': '/assets/bench/1000.js' };
const HOST = 'localhost:8080';
const { APP_NAME = 'app', APP_IMAGES: IMAGES = APP_NAME, APP_TAG = 'local' } = process.env;

/** A commit whose images are measured. `suffix` follows the names of its results. */
export type Subject = Record<'root' | 'tag' | 'suffix', string>;
export const workTree: Subject = { root: workspaceRoot, tag: APP_TAG, suffix: '' };
export const imageOf = (service: string, { tag }: Subject): string => `${IMAGES}/${service}:${tag}`;

/** Builds both images of a commit in a git worktree. */
export async function checkOut(revision: string): Promise<Subject> {
  const commit = await run('git', ['rev-parse', '--short', `${revision}^{commit}`]);
  const subject = { root: join(tmpdir(), `bench-${commit}`), tag: `bench-${commit}`, suffix: ` (${commit})` };
  await run('git', ['worktree', 'add', '--force', '--detach', subject.root, commit]);
  const bases = Object.entries(baseImages()).flatMap(([name, image]) => ['--build-arg', `${name}=${image}`]);
  for (const service of ['web', 'api']) {
    const options = [`--file=${subject.root}/apps/${service}/Dockerfile`, `--tag=${imageOf(service, subject)}`];
    await docker('build', '--quiet', ...options, ...bases, subject.root);
  }
  return subject;
}

export async function remove(subject: Subject): Promise<void> {
  await docker('image', 'rm', imageOf('web', subject), imageOf('api', subject));
  await run('git', ['worktree', 'remove', '--force', subject.root]);
}

export interface StackOptions {
  rows: number;
  started?: string[];
  isPostgres?: boolean;
  /** Of the API. */
  command?: string[];
}

export type Stack = Awaited<ReturnType<typeof startStack>>;
const cleanUps = new Set<() => Promise<void>>();
export async function removeStacks(): Promise<void> {
  for (const cleanUp of cleanUps) await cleanUp();
  cleanUps.clear();
}

/** Starts a Compose project of the commit's own files, with the benchmark's Django views and static files mounted. */
export async function startStack(subject: Subject, options: StackOptions) {
  const { rows, started = ['api'], isPostgres = false, command } = options;
  const project = `bench-${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const compress = COMPRESS.find((path) => existsSync(join(subject.root, path)));
  if (!compress) throw new Error(`${subject.root} has none of the files in COMPRESS.`);
  const files = join(folder, 'files');
  const noise = (outputLength: number) => createHash('shake256', { outputLength }).digest('hex');
  for (const size of [66_000, 1000]) writeFileSync(join(folder, `${size}.js`), noise(size));
  await run(process.execPath, [join(subject.root, compress), files, `${folder}=assets/bench`]);
  const encodings = readdirSync(files);
  for (const [name, text] of Object.entries(NGINX)) writeFileSync(join(files, `${name}.conf`), text);
  const secret = { file: join(folder, 'secret') };
  writeFileSync(secret.file, randomBytes(48).toString('base64url'), { mode: 0o444 });
  // A health check takes more CPU time than a request. After the start, none runs during the benchmark.
  const healthcheck = { interval: '24h' };
  const environment = { DJANGO_SETTINGS_MODULE: 'bench.settings', PYTHONPATH: '/bench' };
  const django = { environment, volumes: [`${import.meta.dirname}/views:/bench/bench:ro`] };
  const nginx = (name: string) => ({
    image: imageOf('web', subject),
    entrypoint: ['nginx', '-e', 'stderr', '-c', `/files/${name}.conf`],
    user: '0',
    networks: ['front', 'back'],
    // The name of its container must be known when Nginx starts.
    depends_on: ['api'],
    healthcheck: { ...healthcheck, test: ['CMD', 'true'] },
    volumes: [`${files}:/files:ro`],
  });
  const volumes = encodings.map((name) => `${files}/${name}/assets/bench:/srv/web/${name}/assets/bench:ro`);
  const nginxes = { web: { healthcheck, volumes }, bare: nginx('bare'), stock: nginx('stock') };
  const services = { migrate: django, api: { ...django, healthcheck, command }, ...nginxes };
  const overlay = JSON.stringify({ services, secrets: { secret_key: secret, database_password: secret } });

  // Earlier commits have another prefix.
  const [, prefix = ''] = /\$\{(\w+_)PORT:/.exec(readFileSync(join(subject.root, STACK, 'compose.yaml'), 'utf8')) ?? [];
  const own = { PORT: '0', PUBLIC_URL: `http://${HOST}`, IMAGES, TAG: subject.tag };
  const prefixed = Object.entries(own).map(([name, value]) => [prefix + name, value]);
  const POSTGRES_IMAGE = isPostgres ? postgresImage() : undefined;
  // DATABASE_URL may name a developer's database.
  const env = { ...Object.fromEntries(prefixed), DATABASE_URL: undefined, POSTGRES_IMAGE };
  const composeFiles = ['compose.yaml', ...(isPostgres ? ['compose.postgres.yaml'] : [])];
  const fileOptions = composeFiles.map((file) => `--file=${join(subject.root, STACK, file)}`);
  const compose = (...args: string[]) =>
    run('docker', ['compose', `--project-name=${project}`, ...fileOptions, '--file=-', ...args], overlay, env);
  cleanUps.add(async () => {
    await compose('down', '--volumes', '--timeout', '1');
    rmSync(folder, { recursive: true });
  });
  await compose('up', '--detach', '--wait', ...started);
  const seeding = await compose('exec', '-T', 'api', 'python', '-m', 'bench.seed', String(rows));
  const session = JSON.parse(seeding.split('\n').at(-1) ?? '') as Record<string, string>;

  /** The id of a service's container; empty if the stack has none. */
  const id = (service: string) => {
    const labels = [`project=${project}`, `service=${service}`, 'oneoff=False'];
    return docker('ps', '--all', '--quiet', ...labels.map((label) => `--filter=label=com.docker.compose.${label}`));
  };
  /** A request of a signed-in browser, to a container's own address: without Docker's port forwarding. */
  const target = async (service: string, path: string, more: Partial<Target> = {}): Promise<Target> => {
    const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}';
    const [address = ''] = (await docker('inspect', '--format', format, await id(service))).split(' ');
    const counted = path.startsWith('/api/')
      ? { Nginx: service === 'api' ? 'web' : service, Gunicorn: 'api', PostgreSQL: 'db' }
      : { Nginx: service };
    const ids = Object.entries(counted).map(async ([name, each]) => [name, await id(each)] as const);
    const browser = { Host: HOST, Origin: `http://${HOST}`, 'Accept-Encoding': 'gzip, deflate, br, zstd' };
    return {
      url: `http://${address}:${service === 'api' ? 8000 : 8080}${path}`,
      connections: 32,
      containers: (await Promise.all(ids)).filter(([, id]) => id !== ''),
      ...more,
      headers: { ...browser, ...session, ...more.headers },
    };
  };
  return { compose, id, target };
}
