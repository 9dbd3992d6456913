import { spawnSync } from 'node:child_process';

/** The engine's own list; empty where there is no engine, since most guides need none. */
function list(...args: string[]): string[] {
  const ran = spawnSync('docker', args, { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.split('\n').filter((line) => line !== '') : [];
}

const images = (): string[] => list('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}');

/** What guides leave behind in the engine: the containers, volumes and networks of one project, and images. */
export class Leftovers implements Disposable {
  readonly #before = new Set(images());

  /**
   * @param project Compose's, which nothing else on this machine has
   * @param names of images that guides make, `ox-cart/`; those that were here before are somebody's
   */
  constructor(
    readonly project: string,
    readonly names: string[],
  ) {}

  removeContainers(): void {
    const ours = ['--filter', `label=com.docker.compose.project=${this.project}`];
    for (const [kind, ids] of [
      ['container', list('ps', '--all', '--quiet', ...ours)],
      ['volume', list('volume', 'ls', '--quiet', ...ours)],
      ['network', list('network', 'ls', '--quiet', ...ours)],
    ] as const) {
      if (ids.length > 0) list(kind, 'rm', '--force', ...ids);
    }
  }

  [Symbol.dispose](): void {
    this.removeContainers();
    const made = images().filter((name) => !this.#before.has(name));
    const ours = made.filter((name) => this.names.some((beginning) => name.startsWith(beginning)));
    if (ours.length > 0) list('image', 'rm', ...ours);
  }
}
