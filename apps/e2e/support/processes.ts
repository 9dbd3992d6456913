import type { Service, Stack } from './stack.ts';

/** The worker processes of Nginx or Gunicorn, as the container numbers them, in ascending order. */
export async function workersOf(stack: Stack, service: Service): Promise<number[]> {
  // Whose parent is the program, and not the engine's init.
  // Any of them may be gone before it is read.
  const list = 'cat /proc/[0-9]*/stat 2>/dev/null; true';
  const stats = (await stack.exec(service, ['sh', '-c', list])).trim().split('\n').map(parse);
  const programs = new Set(stats.filter(({ parent }) => parent === 1).map(({ pid }) => pid));
  const workers = stats.filter(({ parent, state }) => programs.has(parent) && state !== 'Z').map(({ pid }) => pid);
  // The shell lists 10 before 9.
  return workers.sort((one, other) => one - other);
}

/** Nginx's workers that take connections: after a reload, the older ones stay until their last request is answered. */
export async function listeningWorkersOf(stack: Stack): Promise<number[]> {
  const workers = await workersOf(stack, 'web');
  const title = (pid: number) => stack.exec('web', ['sh', '-c', `cat /proc/${pid}/cmdline 2>/dev/null; true`]);
  const titles = await Promise.all(workers.map(title));
  // One that takes none any more calls itself "worker process is shutting down".
  return workers.filter((_, index) => /^nginx: worker process\0*$/.test(titles[index] ?? ''));
}

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function parse(line: string): { pid: number; parent: number; state: string } {
  const [, pid, state = '', parent] = /^(\d+) \(.*\) (\S) (\d+) /s.exec(line) ?? [];
  return { pid: Number(pid), parent: Number(parent), state };
}
