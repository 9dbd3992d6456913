import { execFileSync } from 'node:child_process';

function docker(...args: string[]): string {
  return execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/**
 * The names that a check gives to images: its own tag, and the tags of contents that it makes. Other names are somebody's.
 */
export class ImageNames implements Disposable {
  readonly #before: ReadonlySet<string>;

  /** @param tag of this check alone; what a run that crashed has left under it goes too */
  constructor(readonly tag: string) {
    this.#before = new Set(this.#all());
  }

  /** The ids of both images in the engine: a hash of the configuration and layers of each. */
  ids(): { web: string; api: string } {
    const id = (name: string) => docker('image', 'inspect', '--format', '{{.Id}}', `tandem/${name}:${this.tag}`).trim();
    return { web: id('web'), api: id('api') };
  }

  /** Takes the names away, as on a machine that never had the images. */
  forget(): void {
    const mine = this.#all().filter((name) => name.endsWith(`:${this.tag}`) || !this.#before.has(name));
    if (mine.length > 0) docker('image', 'rm', ...mine);
  }

  #all(): string[] {
    const format = '{{.Repository}}:{{.Tag}}';
    const listed = docker('image', 'ls', '--format', format, '--filter', 'reference=tandem/*').split('\n');
    return listed.filter((name) => name.includes(':content-') || name.endsWith(`:${this.tag}`));
  }

  [Symbol.dispose](): void {
    this.forget();
  }
}
