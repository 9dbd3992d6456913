import { spawnSync } from 'node:child_process';

/** The engine's own list; empty where there is no engine, since much of what is checked needs none. */
function list(...args: string[]): string[] {
  const ran = spawnSync('docker', args, { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.split('\n').filter((line) => line !== '') : [];
}

const images = (): string[] => list('image', 'ls', '--format', '{{.Repository}}:{{.Tag}}');

/** Images that a check leaves behind in the engine, by each of their tags. */
export class Images implements Disposable {
  readonly #before = new Set(images());

  /** @param names what those of the check begin with, `ox-cart/`; those that were here before are somebody's */
  constructor(readonly names: readonly string[]) {}

  [Symbol.dispose](): void {
    const made = images().filter((name) => !this.#before.has(name));
    const ours = made.filter((name) => this.names.some((beginning) => name.startsWith(beginning)));
    if (ours.length > 0) list('image', 'rm', ...ours);
  }
}

/** A project of Compose's, whose containers, volumes and networks go with it. */
export class ComposeProject implements Disposable {
  /** What all their names begin with, and nothing else on this machine. */
  static readonly names = `guides-${String(process.pid)}-`;
  static #count = 0;
  readonly name = `${ComposeProject.names}${String((ComposeProject.#count += 1))}`;

  [Symbol.dispose](): void {
    const ours = ['--filter', `label=com.docker.compose.project=${this.name}`];
    for (const [kind, ids] of [
      ['container', list('ps', '--all', '--quiet', ...ours)],
      ['volume', list('volume', 'ls', '--quiet', ...ours)],
      ['network', list('network', 'ls', '--quiet', ...ours)],
    ] as const) {
      if (ids.length > 0) list(kind, 'rm', '--force', ...ids);
    }
  }
}
