import { docker, type OutputStream } from './command.ts';
import { addressOf, type IpVersion, type Service, type Stack } from './stack.ts';

export interface OneOffOptions {
  /** Environment variables that add to or override those of the service. */
  environment?: Record<string, string>;
  /** Entry point instead of the image's own. */
  program?: string;
  arguments?: string[];
  /** `path on this machine:path in the container:ro` */
  volumes?: string[];
  /** A port of this machine to publish Nginx on. */
  port?: number;
  /** The published port of the container; default 8080. */
  containerPort?: number;
  /** Whether it also resolves under the service's name. */
  hasServiceName?: boolean;
}

/**
 * A modified copy of one of a stack's services, on the same networks and volumes (`compose run`). The stack's own containers
 * are not affected. The caller must remove it.
 */
export class OneOffContainer {
  readonly id: string;

  private constructor(id: string) {
    this.id = id;
  }

  static async start(stack: Stack, service: Service, options: OneOffOptions = {}): Promise<OneOffContainer> {
    const { environment = {}, program, arguments: rest = [], volumes = [], hasServiceName = false } = options;
    const { port, containerPort = 8080 } = options;
    const id = await stack.compose([
      ...['run', '--detach', '--no-deps', '--quiet-pull'],
      ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...volumes.flatMap((volume) => ['--volume', volume]),
      ...(port ? ['--publish', `127.0.0.1:${port}:${containerPort}`] : []),
      ...(program ? ['--entrypoint', program] : []),
      ...(hasServiceName ? ['--use-aliases'] : []),
      service,
      ...rest,
    ]);
    return new OneOffContainer(id.trim());
  }

  /** Its address on the stack's network. */
  address(version?: IpVersion): Promise<string> {
    return addressOf(this.id, version);
  }

  /** The result of the image's health check: `starting`, `healthy` or `unhealthy`. */
  async health(): Promise<string> {
    return (await docker(['inspect', '--format', '{{.State.Health.Status}}', this.id])).trim();
  }

  output(stream: OutputStream): Promise<string> {
    return docker(['logs', this.id], { stream });
  }

  /** Run a command in the container and return its output. */
  exec(command: string[]): Promise<string> {
    return docker(['exec', this.id, ...command]);
  }

  /** Start a command that may end the container, and with it the command. */
  async startCommand(command: string[]): Promise<void> {
    await docker(['exec', '--detach', this.id, ...command]);
  }

  async signal(name: 'TERM' | 'QUIT' | 'HUP'): Promise<void> {
    await docker(['kill', '--signal', name, this.id]);
  }

  /** Wait until its program has ended. */
  async exited(): Promise<void> {
    await docker(['wait', this.id], { timeout: 30_000 });
  }

  async remove(): Promise<void> {
    await docker(['rm', '--force', this.id]);
  }
}
