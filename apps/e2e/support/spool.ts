import type { Stack } from './stack.ts';

/** A file that Nginx has open among its spooled bodies. */
export interface SpoolFile {
  path: string;
  bytes: number;
  /** Of the file system, as stat(1) calls it. */
  fileSystem: string;
}

/** Such a file has no name any more, so it is looked for among what the processes have open. */
const LIST = String.raw`
for link in /proc/[0-9]*/fd/*; do
  path=$(readlink "$link") || continue
  case $path in
    */client_body/*|*/proxy/*) echo "$(stat -L -c %s "$link") $(stat -f -L -c %T "$link") $path" ;;
  esac
done 2>/dev/null
true`;

/** The bodies of requests (`client_body`) and of responses (`proxy`) that are on their way through a file. */
export async function spoolFiles(stack: Stack): Promise<SpoolFile[]> {
  const lines = (await stack.exec('web', ['sh', '-c', LIST])).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [bytes, fileSystem = '', path = ''] = line.split(' ');
    return { path, bytes: Number(bytes), fileSystem };
  });
}

/** Bytes of memory that the largest of Nginx's processes uses. */
export async function nginxMemory(stack: Stack): Promise<number> {
  const list = 'cat /proc/[0-9]*/status 2>/dev/null; true';
  const status = await stack.exec('web', ['sh', '-c', list]);
  const sizes = [...status.matchAll(/^Name:\s+nginx$[^]*?^VmRSS:\s+(\d+) kB$/gm)].map(
    ([, size]) => Number(size) * 1024,
  );
  return Math.max(...sizes);
}
