import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseImage } from '../support/base-image.ts';
import { docker } from '../support/command.ts';
import { projectName, removeProjectAtExit, removeProjects, secretsFolder } from '../support/compose-project.ts';
import { freePort } from '../support/free-port.ts';
import { imageName } from '../support/identity.ts';
import { ARTIFACTS } from '../support/paths.ts';
import { addressOf } from '../support/stack.ts';

const TOOLS = 'app-e2e/swarm-tools';
const NODES = ['node-1', 'node-2', 'node-3'] as const;
export type Node = (typeof NODES)[number];
/** The node with the database. Commands run on it, since it is never killed. */
const DATABASE_NODE: Node = 'node-3';

/** A migration of a newer release: slow enough to see what the update does meanwhile. */
const MIGRATION = `from django.db import migrations


class Migration(migrations.Migration):
    operations = [migrations.RunSQL("SELECT pg_sleep(5)")]
`;

/** A Swarm cluster of three Docker engines in containers, and a proxy in front of it. */
export class Cluster {
  private readonly project = projectName('swarm');
  private readonly folder = secretsFolder(this.project);
  private readonly port: number;
  private readonly postgres: string;
  private isDown = false;
  /** The address from which the proxy connects to the nodes. */
  proxy = '';

  private constructor(port: number, postgres: string) {
    this.port = port;
    this.postgres = postgres;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
    process.once('exit', () => this.isDown || removeProjectAtExit(this.project));
  }

  static async create(): Promise<Cluster> {
    await removeProjects('crashed');
    const { POSTGRES_IMAGE = 'postgres:18' } = await baseImage('POSTGRES_IMAGE');
    const base = POSTGRES_IMAGE.startsWith('local/') ? ['--build-arg', 'DEBIAN_IMAGE=local/debian:forky'] : [];
    const options = { timeout: 600_000 };
    await docker(['buildx', 'build', '--load', '--quiet', ...base, '--tag', TOOLS, import.meta.dirname], options);
    return new Cluster(await freePort(), POSTGRES_IMAGE);
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** Start the engines, load the releases into each, and join them. All are managers, so that any of them may fail. */
  async up(): Promise<void> {
    mkdirSync(this.folder, { mode: 0o700 });
    await this.saveReleases();
    await docker(['save', '--output', join(this.folder, 'postgres.tar'), this.postgres]);
    await this.compose(['up', '--detach', '--wait']);
    this.proxy = await addressOf((await this.compose(['ps', '--quiet', 'proxy'])).trim());

    const load = (node: Node, tar: string) => this.on(node, ['docker', 'load', '--quiet', '--input', `/images/${tar}`]);
    await Promise.all([...NODES.map((node) => load(node, 'app.tar')), load(DATABASE_NODE, 'postgres.tar')]);
    await this.on('node-1', ['docker', 'swarm', 'init', '--advertise-addr', 'eth0']);
    const token = (await this.on('node-1', ['docker', 'swarm', 'join-token', '--quiet', 'manager'])).trim();
    for (const node of NODES.slice(1)) await this.on(node, ['docker', 'swarm', 'join', '--token', token, 'node-1']);
    await this.docker(['node', 'update', '--label-add', 'database=true', DATABASE_NODE]);
  }

  /** `first` is the tested release, `second` has one more migration, and the servers of `broken` do not start. */
  private async saveReleases(): Promise<void> {
    const images: string[] = [];
    const migrations = join(this.folder, 'migrations');
    mkdirSync(migrations);
    writeFileSync(join(migrations, '__init__.py'), '');
    writeFileSync(join(migrations, '0001_slow.py'), MIGRATION);
    const broken = join(this.folder, 'broken');
    // Stops a shell, and is no Python.
    writeFileSync(broken, 'exit 1\n', { mode: 0o755 });
    for (const service of ['api', 'web'] as const) {
      const container = (await docker(['create', imageName(service)])).trim();
      const commit = async (release: string) => {
        const image = `${this.project}/${service}:${release}`;
        images.push(image);
        await docker(['commit', container, image]);
      };
      try {
        await commit('first');
        if (service === 'api') await docker(['cp', migrations, `${container}:/app/app/health/`]);
        await commit('second');
        await docker(['cp', broken, `${container}:${service === 'api' ? '/app/gunicorn.conf.py' : '/entrypoint.sh'}`]);
        await commit('broken');
      } finally {
        await docker(['rm', container]);
      }
    }
    await docker(['save', '--output', join(this.folder, 'app.tar'), ...images]);
    await docker(['image', 'rm', ...images]);
  }

  async createSecret(name: string): Promise<void> {
    const command = 'openssl rand -hex 32 | docker secret create "$0" -';
    await this.on(DATABASE_NODE, ['sh', '-c', command, name]);
  }

  /** Deploy a release and wait until every service has converged, on this release or on the one before. */
  async deploy(release: string, environment: Record<string, string> = {}): Promise<void> {
    const variables = {
      APP_IMAGES: this.project,
      APP_TAG: release,
      APP_PUBLIC_URL: this.url,
      APP_TRUSTED_PROXIES: this.proxy,
      // A request to a replica on a killed node fails after this time.
      APP_REQUEST_TIMEOUT_SECONDS: '10',
      POSTGRES_IMAGE: this.postgres,
      ...environment,
    };
    const files = ['/swarm/stack.yaml', '/test/probe.yaml'].flatMap((file) => ['--compose-file', file]);
    // There is no registry that could be asked for the digest of an image.
    const options = ['--detach=false', '--resolve-image', 'never'];
    await this.on(DATABASE_NODE, ['docker', 'stack', 'deploy', ...options, ...files, 'app'], variables);
  }

  /** The states of the last updates of the API and of Nginx; empty if the deployment changed nothing. */
  async updates(): Promise<string[]> {
    const format = '{{with .UpdateStatus}}{{.State}}{{end}}';
    const output = await this.docker(['service', 'inspect', '--format', format, 'app_api', 'app_web']);
    return output.split('\n').slice(0, 2);
  }

  /** Run `docker …` on a manager. */
  docker(args: string[]): Promise<string> {
    return this.on(DATABASE_NODE, ['docker', ...args]);
  }

  /** The images of a service's tasks in a state, and since when they are in it. */
  async tasks(service: string, state: 'running' | 'complete'): Promise<{ image: string; since: number }[]> {
    const ids = (await this.docker(['service', 'ps', '--quiet', `app_${service}`])).trim().split('\n');
    const format = '{{.Status.State}} {{.Spec.ContainerSpec.Image}} {{.Status.Timestamp.UnixMilli}}';
    const lines = (await this.docker(['inspect', '--type', 'task', '--format', format, ...ids])).trim().split('\n');
    return lines
      .map((line) => line.split(' '))
      .filter(([found]) => found === state)
      .map(([, image = '', since]) => ({ image, since: Number(since) }));
  }

  /** The output of a service's containers. Fails after a while if a node is gone, because the command waits for its logs. */
  private logs(service: string): Promise<string> {
    return this.on(DATABASE_NODE, ['timeout', '10', 'docker', 'service', 'logs', `app_${service}`]);
  }

  /** End a machine without notice. */
  async kill(node: Node): Promise<void> {
    await this.compose(['kill', node]);
  }

  /** Save the logs of the stack, and remove everything. */
  async down(): Promise<void> {
    const logs = ['api', 'migrate', 'web', 'db'].map((service) => this.logs(service));
    const results = await Promise.allSettled([this.docker(['stack', 'ps', '--no-trunc', 'app']), ...logs]);
    mkdirSync(ARTIFACTS, { recursive: true });
    const texts = results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)));
    writeFileSync(join(ARTIFACTS, `${this.project}.log`), texts.join('\n'));
    await removeProjects('mine');
    this.isDown = true;
  }

  private compose(args: string[]): Promise<string> {
    const files = ['--project-name', this.project, '--file', join(import.meta.dirname, 'compose.yaml')];
    return docker(['compose', '--ansi', 'never', ...files, ...args], {
      environment: {
        APP_E2E_SWARM_TOOLS: TOOLS,
        APP_E2E_SWARM_IMAGES: this.folder,
        APP_E2E_SWARM_PORT: String(this.port),
      },
      timeout: 300_000,
    });
  }

  private on(node: Node, command: string[], environment: Record<string, string> = {}): Promise<string> {
    const variables = Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    return this.compose(['exec', '-T', ...variables, node, ...command]);
  }
}
