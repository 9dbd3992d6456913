import type { Service, Stack } from './stack.ts';

/** The worker processes of Nginx or Gunicorn in ascending order, as numbered in the container. */
export async function workersOf(stack: Stack, service: Service): Promise<number[]> {
  // A process may end before its file is read.
  const list = 'cat /proc/[0-9]*/stat 2>/dev/null; true';
  const stats = (await stack.exec(service, ['sh', '-c', list])).trim().split('\n').map(parseStat);
  // Workers are children of the server, which is a child of the init process.
  const servers = new Set(stats.filter(({ parent }) => parent === 1).map(({ pid }) => pid));
  const workers = stats.filter(({ parent, state }) => servers.has(parent) && state !== 'Z').map(({ pid }) => pid);
  return workers.sort((one, other) => one - other);
}

/** Nginx's workers that accept connections. After a reload, the old workers stay until their last request is done. */
export async function listeningWorkersOf(stack: Stack): Promise<number[]> {
  const workers = await workersOf(stack, 'web');
  const title = (pid: number) => stack.exec('web', ['sh', '-c', `cat /proc/${pid}/cmdline 2>/dev/null; true`]);
  const titles = await Promise.all(workers.map(title));
  // The title of an old worker is "worker process is shutting down".
  return workers.filter((_, index) => /^nginx: worker process\0*$/.test(titles[index] ?? ''));
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function parseStat(line: string): { pid: number; parent: number; state: string } {
  const [, pid, state = '', parent] = /^(\d+) \(.*\) (\S) (\d+) /s.exec(line) ?? [];
  return { pid: Number(pid), parent: Number(parent), state };
}

/** A listening socket of a container: one line of /proc/net/tcp or tcp6. */
export interface Listener {
  /** IPv6 in brackets. */
  address: string;
  port: number;
  /** Connections in the queue that the program has not accepted yet. */
  waiting: number;
}

const LISTENING = '0A';
/** The engine's embedded DNS server also listens inside the container. */
const ENGINE_DNS = '127.0.0.11';

/** The command whose output {@link parseListeners} reads. */
export const READ_LISTENERS = ['sh', '-c', 'cat /proc/net/tcp*'];

/** https://docs.kernel.org/networking/proc_net_tcp.html */
export function parseListeners(tables: string): Listener[] {
  const fields = tables.split('\n').map((line) => line.trim().split(/\s+/));
  const listening = fields.filter(([, , , state]) => state === LISTENING);
  return listening
    .map(([, local = '', , , queues = '']) => parseListener(local, queues))
    .filter(({ address }) => address !== ENGINE_DNS);
}

function parseListener(local: string, queues: string): Listener {
  const [hex = '', port = ''] = local.split(':');
  const [, waiting = ''] = queues.split(':');
  // Words of four bytes in little-endian order.
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => word.match(/../g)?.reverse() ?? []);
  const groups = bytes.join('').match(/.{4}/g) ?? [];
  const ipv4 = bytes.map((byte) => Number.parseInt(byte, 16)).join('.');
  const address = bytes.length === 4 ? ipv4 : new URL(`http://[${groups.join(':')}]`).hostname;
  return { address, port: Number.parseInt(port, 16), waiting: Number.parseInt(waiting, 16) };
}

/** A temporary file in which Nginx buffers a request or response body. */
export interface SpoolFile {
  path: string;
  bytes: number;
  /** Type of the file system, as printed by stat(1). */
  fileSystem: string;
}

/** Nginx unlinks such files at once, so they are found among the open files of its processes. */
const LIST_SPOOL_FILES = String.raw`
for link in /proc/[0-9]*/fd/*; do
  path=$(readlink "$link") || continue
  case $path in
    */client_body/*|*/proxy/*) echo "$(stat -L -c %s "$link") $(stat -f -L -c %T "$link") $path" ;;
  esac
done 2>/dev/null
true`;

/** The bodies of requests (`client_body`) and responses (`proxy`) that are buffered in files at the moment. */
export async function spoolFiles(stack: Stack): Promise<SpoolFile[]> {
  const lines = (await stack.exec('web', ['sh', '-c', LIST_SPOOL_FILES])).split('\n').filter(Boolean);
  return lines.map((line) => {
    const [bytes, fileSystem = '', path = ''] = line.split(' ');
    return { path, bytes: Number(bytes), fileSystem };
  });
}

/**
 * Memory of Nginx's processes in bytes, one number per process. https://docs.kernel.org/filesystems/proc.html
 *
 * @param kind VmRSS is all resident memory; RssAnon is without shared pages
 */
export async function nginxMemory(stack: Stack, kind: 'VmRSS' | 'RssAnon'): Promise<number[]> {
  const statuses = await stack.exec('web', ['sh', '-c', 'cat /proc/[0-9]*/status 2>/dev/null; true']);
  const processes = statuses.split(/^(?=Name:)/m).filter((status) => status.startsWith('Name:\tnginx\n'));
  return processes.map((status) => 1024 * Number(new RegExp(`^${kind}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]));
}
