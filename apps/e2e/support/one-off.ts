import { docker, type OutputStream } from './command.ts';
import { addressOf, type Service, type Stack } from './stack.ts';

export interface OneOffOptions {
  /** Variables beside the service's own, or instead of them. */
  environment?: Record<string, string>;
  /** The program, instead of the image's own. */
  program?: string;
  arguments?: string[];
  /** `path on this machine:path in the container:ro` */
  volumes?: string[];
  /** A port of this machine that leads to Nginx. */
  port?: number;
  /** Whether it is found under the service's own name. */
  isNamed?: boolean;
}

/**
 * A container beside those of a stack: one of its services with something changed, on the same networks and volumes.
 * The stack's own containers notice nothing. Who starts one removes it.
 */
export class OneOff {
  private constructor(readonly id: string) {}

  static async start(stack: Stack, service: Service, options: OneOffOptions = {}): Promise<OneOff> {
    const { environment = {}, program, arguments: rest = [], volumes = [], port, isNamed = false } = options;
    const id = await stack.compose([
      ...['run', '--detach', '--no-deps', '--quiet-pull'],
      ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...volumes.flatMap((volume) => ['--volume', volume]),
      ...(port ? ['--publish', `127.0.0.1:${port}:8080`] : []),
      ...(program ? ['--entrypoint', program] : []),
      ...(isNamed ? ['--use-aliases'] : []),
      service,
      ...rest,
    ]);
    return new OneOff(id.trim());
  }

  /** Its address on the stack's network. */
  address(): Promise<string> {
    return addressOf(this.id);
  }

  output(stream: OutputStream): Promise<string> {
    return docker(['logs', this.id], { stream });
  }

  /** Run a program in it and return its output. */
  exec(command: string[]): Promise<string> {
    return docker(['exec', this.id, ...command]);
  }

  /** Send it a signal, as the engine does to stop it. */
  async signal(name: 'TERM' | 'QUIT' | 'HUP'): Promise<void> {
    await docker(['kill', '--signal', name, this.id]);
  }

  /** Wait for its end. */
  async ended(): Promise<void> {
    await docker(['wait', this.id]);
  }

  async remove(): Promise<void> {
    await docker(['rm', '--force', this.id]);
  }
}
