import type { Service, Stack } from './stack';

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

/** https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function parse(line: string): { pid: number; parent: number; state: string } {
  const [, pid, state = '', parent] = /^(\d+) \(.*\) (\S) (\d+) /s.exec(line) ?? [];
  return { pid: Number(pid), parent: Number(parent), state };
}
