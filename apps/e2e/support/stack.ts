import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker, type OutputStream } from './command.ts';
import { projectName, secretsFolder } from './compose-project.ts';
import { databaseOfStack } from './database.ts';
import { freePort } from './free-port.ts';
import { APP_NAME, IMAGE_TAG, imageName } from './identity.ts';
import { ARTIFACTS, E2E_ROOT, WORKSPACE_ROOT } from './paths.ts';
import { writeSampleFiles } from './sample-files.ts';

export type Service = 'web' | 'api' | 'migrate' | 'worker' | 'mail' | 'provider';
export type IpVersion = 'IPv4' | 'IPv6';

/** Everything another process needs to use the same stack. Plain data, since it is passed in an environment variable. */
export interface StackState {
  project: string;
  port: number;
  /** Absolute paths of the Compose files, in order. */
  files: string[];
  /** Variables for the Compose files. */
  environment: Record<string, string>;
}

export interface StackOptions {
  /** Compose files to add after the probe's. */
  overlays?: string[];
  /** Variables for the Compose files, such as `APP_REQUEST_TIMEOUT_SECONDS`. */
  environment?: Record<string, string>;
}

/** See {@link DECLARED} in declared-proxy.ts. */
const DECLARED_PROXIES = '127.0.0.1,10.9.0.0/16';

const COMPOSE_FILE = join(WORKSPACE_ROOT, 'docker/stack/compose.yaml');
const PROBE_OVERLAY = join(E2E_ROOT, 'support/compose.probe.yaml');
const NGINX_OVERLAY = join(E2E_ROOT, 'support/compose.nginx.yaml');
/** A folder that replaces the Nginx configuration in the image. */
const { APP_E2E_NGINX: NGINX_FOLDER } = process.env;

/**
 * One running copy of the product: a Compose project with its own name, port, volume and secret. Several can run side by
 * side.
 */
export class Stack {
  readonly state: StackState;

  constructor(state: StackState) {
    this.state = state;
  }

  /**
   * Prepare a stack; {@link up} starts it.
   *
   * @param role distinguishes the stacks of one run, e.g. `main`
   */
  static async create(role: string, options: StackOptions = {}): Promise<Stack> {
    const project = projectName(role);
    const folder = secretsFolder(project);
    // Fails if the folder exists: another user could have created it to read the secret.
    await mkdir(folder, { mode: 0o700 });
    const secret = join(folder, 'secret_key');
    // Readable by the container's user; the folder itself is private.
    await writeFile(secret, randomBytes(48).toString('base64url'), { mode: 0o444 });
    const port = await freePort();
    const samples = await writeSampleFiles(folder);
    const database = await databaseOfStack();
    return new Stack({
      project,
      port,
      files: [
        COMPOSE_FILE,
        ...database.files,
        PROBE_OVERLAY,
        ...(NGINX_FOLDER ? [NGINX_OVERLAY] : []),
        ...(options.overlays ?? []),
      ],
      environment: {
        APP_PORT: String(port),
        APP_BIND: '127.0.0.1',
        APP_PUBLIC_URL: `http://localhost:${port}`,
        APP_NAME,
        APP_TAG: IMAGE_TAG,
        // Empty for the default: .env.local may set it for the stack of `npm start`.
        APP_DATABASE_URL: '',
        APP_E2E_WEB_IMAGE: imageName('web'),
        APP_TRUSTED_PROXIES: DECLARED_PROXIES,
        // All tests share one client address and sign in often.
        APP_SIGN_INS_PER_MINUTE: '120',
        APP_E2E_NO_ACCOUNT_LIMITS: 'yes',
        APP_E2E_SECRET: secret,
        APP_E2E_PROBE: join(E2E_ROOT, 'probe'),
        APP_E2E_FILES: samples.plain,
        APP_E2E_CODED_FILES: samples.coded,
        ...database.environment,
        ...(NGINX_FOLDER ? { APP_E2E_NGINX: NGINX_FOLDER } : {}),
        ...options.environment,
      },
    });
  }

  /** The origin that a browser uses. */
  get url(): string {
    return `http://localhost:${this.state.port}`;
  }

  /** Start Nginx, Gunicorn and the other given services, and wait until they are healthy. */
  async up(...others: Service[]): Promise<void> {
    await this.compose(['up', '--detach', '--wait', '--wait-timeout', '120', 'api', 'web', ...others]);
  }

  /** Save the logs and remove containers, network, volume and secret. */
  async down(): Promise<void> {
    await this.saveLogs();
    await this.compose(['down', '--volumes', '--remove-orphans', '--timeout', '5']);
    await rm(secretsFolder(this.state.project), { recursive: true, force: true });
  }

  /** The logs of one service without Compose's prefixes, or of all services. */
  async logs(service?: Service, since?: Date): Promise<string> {
    const sinceOption = since ? ['--since', since.toISOString()] : [];
    const prefix = service ? ['--no-log-prefix', service] : [];
    return this.compose(['logs', '--no-color', ...sinceOption, ...prefix]);
  }

  /** The output of a service's container on one stream; {@link logs} mixes both streams. */
  async output(service: Service, stream: OutputStream, since?: Date): Promise<string> {
    const sinceOption = since ? ['--since', since.toISOString()] : [];
    return docker(['logs', ...sinceOption, this.containerName(service)], { stream });
  }

  /** Write the logs to reports/e2e/artifacts, next to the traces. */
  private async saveLogs(): Promise<void> {
    await mkdir(ARTIFACTS, { recursive: true });
    await writeFile(join(ARTIFACTS, `${this.state.project}.log`), await this.logs());
  }

  /** Run a command in a service's container and return its output. */
  async exec(service: Service, command: string[]): Promise<string> {
    return docker(['exec', this.containerName(service), ...command]);
  }

  async stop(service: Service): Promise<void> {
    await this.compose(['stop', service]);
  }

  /** Start a stopped service and wait until it is healthy. */
  async start(service: Service): Promise<void> {
    await this.compose(['up', '--detach', '--wait', '--no-recreate', '--no-deps', service]);
  }

  /** Recreate a service's container, optionally with other variables, and wait until it is healthy. */
  async recreate(service: Service, environment: Record<string, string> = {}): Promise<void> {
    Object.assign(this.state.environment, environment);
    await this.compose(['up', '--detach', '--wait', '--force-recreate', '--no-deps', service]);
  }

  /** Remove a service's container, which frees its address. */
  async remove(service: Service): Promise<void> {
    await this.compose(['rm', '--stop', '--force', service]);
  }

  /** The address of a service on the stack's network. */
  async address(service: Service, version?: IpVersion): Promise<string> {
    const address = await addressOf(await this.container(service), version);
    if (!address) throw new Error(`${service} of ${this.state.project} has no address`);
    return address;
  }

  /** The name of a service's container, as Compose assigns it. */
  private containerName(service: Service): string {
    return `${this.state.project}-${service}-1`;
  }

  /** The id of the service's container, without those that tests start with `compose run`. */
  async container(service: Service): Promise<string> {
    const labels = { project: this.state.project, service, oneoff: 'False' };
    const filters = Object.entries(labels).flatMap(([name, value]) => [
      '--filter',
      `label=com.docker.compose.${name}=${value}`,
    ]);
    return (await docker(['ps', '--all', '--quiet', '--no-trunc', ...filters])).trim();
  }

  /** Run `docker compose …` on this stack, with the variables of its state. */
  async compose(args: string[]): Promise<string> {
    const files = this.state.files.flatMap((file) => ['--file', file]);
    return docker(['compose', '--ansi', 'never', '--project-name', this.state.project, ...files, ...args], {
      environment: this.state.environment,
    });
  }
}

/** The first address of a container; empty if it has none. */
export async function addressOf(container: string, version: IpVersion = 'IPv4'): Promise<string> {
  const field = version === 'IPv4' ? 'IPAddress' : 'GlobalIPv6Address';
  const format = `{{range .NetworkSettings.Networks}}{{.${field}}} {{end}}`;
  return (await docker(['inspect', '--format', format, container])).trim().split(' ')[0] ?? '';
}
