import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docker, type OutputStream } from './command.ts';
import { freePort } from './free-port.ts';
import { ARTIFACTS, E2E_ROOT, WORKSPACE_ROOT } from './paths.ts';
import { projectName, secretsFolder } from './run-name.ts';
import { writeSampleFiles } from './sample-files.ts';

export type Service = 'web' | 'api' | 'migrate';

/** What another process needs to drive the same stack. Plain data: it travels in an environment variable. */
export interface StackState {
  project: string;
  port: number;
  /** Compose files in order, absolute. */
  files: string[];
  /** Variables of the Compose files. */
  environment: Record<string, string>;
}

export interface StackOptions {
  /** Further Compose files, after the probe's. */
  overlays?: string[];
  /** Variables of the Compose files, such as `APP_REQUEST_TIMEOUT_SECONDS`. */
  environment?: Record<string, string>;
}

/** Of both images; the graph builds `local`. */
export const IMAGE_TAG = process.env.APP_TAG ?? 'local';

/** Nginx's own container, in which a test can play the proxy in front, and a second proxy that nobody sees. */
const DECLARED_PROXIES = '127.0.0.1,10.9.0.0/16';

const COMPOSE_FILE = join(WORKSPACE_ROOT, 'docker/stack/compose.yaml');
const PROBE_OVERLAY = join(E2E_ROOT, 'support/compose.probe.yaml');
const NGINX_OVERLAY = join(E2E_ROOT, 'support/compose.nginx.yaml');
/** A folder whose configuration Nginx runs instead of the image's own. */
const { APP_E2E_NGINX: NGINX_FOLDER } = process.env;

/**
 * One running copy of the product: a Compose project with its own name, port, volume and secret,
 * from the images `tandem/web:local` and `tandem/api:local`. Any number can run side by side.
 */
export class Stack {
  constructor(readonly state: StackState) {}

  /**
   * Prepare a stack; {@link up} starts it.
   *
   * @param role tells the stacks of one run apart, e.g. `main`
   */
  static async create(role: string, options: StackOptions = {}): Promise<Stack> {
    const project = projectName(role);
    const folder = secretsFolder(project);
    // Fails when it is there: a folder that somebody else made is no place for a secret.
    await mkdir(folder, { mode: 0o700 });
    const secret = join(folder, 'secret_key');
    // The container's user is not the one that runs the suite; the folder itself is private.
    await writeFile(secret, randomBytes(48).toString('base64url'), { mode: 0o444 });
    const port = await freePort();
    const samples = await writeSampleFiles(folder);
    return new Stack({
      project,
      port,
      files: [COMPOSE_FILE, PROBE_OVERLAY, ...(NGINX_FOLDER ? [NGINX_OVERLAY] : []), ...(options.overlays ?? [])],
      environment: {
        APP_PORT: String(port),
        APP_BIND: '127.0.0.1',
        APP_PUBLIC_URL: `http://localhost:${port}`,
        APP_TAG: IMAGE_TAG,
        APP_TRUSTED_PROXIES: DECLARED_PROXIES,
        // All tests have one address, and sign in more often than a person does.
        APP_SIGN_INS_PER_MINUTE: '120',
        APP_E2E_NO_ACCOUNT_LIMITS: 'yes',
        APP_E2E_SECRET: secret,
        APP_E2E_PROBE: join(E2E_ROOT, 'probe'),
        APP_E2E_FILES: samples.plain,
        APP_E2E_CODED_FILES: samples.coded,
        ...(NGINX_FOLDER ? { APP_E2E_NGINX: NGINX_FOLDER } : {}),
        ...options.environment,
      },
    });
  }

  /** The address that a browser uses. */
  get url(): string {
    return `http://localhost:${this.state.port}`;
  }

  /** Start everything and wait until Nginx and Gunicorn are healthy. */
  async up(): Promise<void> {
    await this.compose(['up', '--detach', '--wait', '--wait-timeout', '120', 'api', 'web']);
  }

  /** Keep the logs, remove containers, network, volume and secret. */
  async down(): Promise<void> {
    await this.keepLogs();
    await this.compose(['down', '--volumes', '--remove-orphans', '--timeout', '5']);
    await rm(secretsFolder(this.state.project), { recursive: true, force: true });
  }

  /** What a service (or all of them) wrote, without Compose's prefixes. */
  async logs(service?: Service, since?: Date): Promise<string> {
    const sinceOption = since ? ['--since', since.toISOString()] : [];
    const prefix = service ? ['--no-log-prefix', service] : [];
    return this.compose(['logs', '--no-color', ...sinceOption, ...prefix]);
  }

  /** What the running container of a service wrote to one stream; {@link logs} mixes both. */
  async output(service: Service, stream: OutputStream, since?: Date): Promise<string> {
    const sinceOption = since ? ['--since', since.toISOString()] : [];
    return docker(['logs', ...sinceOption, this.first(service)], { stream });
  }

  /** Write the logs to reports/e2e/artifacts, where the traces are. */
  async keepLogs(): Promise<void> {
    await mkdir(ARTIFACTS, { recursive: true });
    await writeFile(join(ARTIFACTS, `${this.state.project}.log`), await this.logs());
  }

  /** Run a program in a service's container and return its output. */
  async exec(service: Service, command: string[]): Promise<string> {
    return docker(['exec', this.first(service), ...command]);
  }

  async stop(service: Service): Promise<void> {
    await this.compose(['stop', service]);
  }

  /** Start a stopped service again and wait until it is healthy. */
  async start(service: Service): Promise<void> {
    await this.compose(['up', '--detach', '--wait', '--no-recreate', '--no-deps', service]);
  }

  /** Replace a service's container by a new one, with other variables if given, and wait for health. */
  async recreate(service: Service, environment: Record<string, string> = {}): Promise<void> {
    Object.assign(this.state.environment, environment);
    await this.compose(['up', '--detach', '--wait', '--force-recreate', '--no-deps', service]);
  }

  /** Remove a service's container, so that its address is free. */
  async remove(service: Service): Promise<void> {
    await this.compose(['rm', '--stop', '--force', service]);
  }

  /** The service's address on the stack's network. */
  async address(service: Service): Promise<string> {
    const address = await addressOf(await this.container(service));
    if (!address) throw new Error(`${service} of ${this.state.project} has no address`);
    return address;
  }

  /** The name that Compose gives to a service's first container, which is the only one unless a test makes more. */
  private first(service: Service): string {
    return `${this.state.project}-${service}-1`;
  }

  /** The id of the service's container; those that a test runs beside it (`compose run`) are others. */
  async container(service: Service): Promise<string> {
    const labels = { project: this.state.project, service, oneoff: 'False' };
    const filters = Object.entries(labels).flatMap(([name, value]) => [
      '--filter',
      `label=com.docker.compose.${name}=${value}`,
    ]);
    return (await docker(['ps', '--all', '--quiet', '--no-trunc', ...filters])).trim();
  }

  /** `docker compose …` on this stack; variables come from its state, not from the shell. */
  async compose(args: string[]): Promise<string> {
    const files = this.state.files.flatMap((file) => ['--file', file]);
    return docker(['compose', '--ansi', 'never', '--project-name', this.state.project, ...files, ...args], {
      environment: this.state.environment,
    });
  }
}

/** A container's first address on its networks; empty when it has none. */
export async function addressOf(container: string): Promise<string> {
  const format = '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}';
  return (await docker(['inspect', '--format', format, container])).trim().split(' ')[0] ?? '';
}
