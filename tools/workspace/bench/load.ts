import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { workspaceRoot } from '../checks/scratch.ts';
import type { Sample } from './report.ts';

export interface Target {
  url: string;
  headers: Record<string, string>;
  /** JSON. With it, the request is a POST. */
  body?: string;
  connections: number;
  /** Containers whose CPU time is reported. */
  containers: (readonly [name: string, id: string])[];
}

/** Runs a program in the workspace and returns its output. `input` is its standard input. */
export async function run(program: string, args: string[], input = '', env: NodeJS.ProcessEnv = {}): Promise<string> {
  const options = { cwd: workspaceRoot, env: { ...process.env, ...env }, maxBuffer: 2 ** 26 };
  const result = promisify(execFile)(program, args, options);
  // A program that exits before it reads its input is reported by its exit code.
  result.child.stdin?.on('error', () => undefined).end(input);
  return (await result).stdout.trim();
}

export const docker = (...args: string[]): Promise<string> => run('docker', args);
const host = docker('context', 'inspect', '--format', '{{.Endpoints.docker.Host}}');

/** CPU time in microseconds since the start of the container. The engine reads it from the cgroup, version 1 or 2. */
async function cpuTime(container: string): Promise<number> {
  const socketPath = (await host).replace('unix://', '');
  const path = `/containers/${container}/stats?stream=false&one-shot=true`;
  const stats = await new Promise((resolve, reject) => {
    get({ socketPath, path }, (response) => resolve(json(response))).on('error', reject);
  });
  return (stats as { cpu_stats: { cpu_usage: { total_usage: number } } }).cpu_stats.cpu_usage.total_usage / 1000;
}

/** Waits until the container uses less than 5 % of a core, because it may still work on earlier requests. */
async function untilIdle(container: string): Promise<void> {
  let before = -Infinity;
  for (let after = await cpuTime(container); after - before > 10_000; after = await cpuTime(container)) {
    before = after;
    await delay(200);
  }
}

const POST = 'wrk.method = "POST"\nwrk.headers["Content-Type"] = "application/json"\n';
/** Makes wrk print its result as JSON. https://github.com/wg/wrk/blob/master/SCRIPTING */
const REPORT = `
function done(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests/s":%f,"median ms":%f,"p99 ms":%f,"requests":%d,"failed":%d}',
    summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    summary.requests, e.connect + e.read + e.write + e.status + e.timeout))
end
`;

export async function measure(target: Target, seconds: number): Promise<Sample> {
  const { url, headers, body, connections, containers } = target;
  const script = join(tmpdir(), 'bench.lua');
  writeFileSync(script, (body ? POST + `wrk.body = [[${body}]]` : '') + REPORT);
  for (const [, id] of containers) await untilIdle(id);
  const times = () => Promise.all(containers.map(([, id]) => cpuTime(id)));
  const before = await times();
  const fields = Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]);
  const load = ['--threads=1', `--connections=${connections}`, `--duration=${seconds}s`, '--timeout=60s'];
  const output = await run('wrk', [...load, `--script=${script}`, ...fields, url]);
  const after = await times();
  const { requests = 0, failed = 0, ...sample } = JSON.parse(output.split('\n').at(-1) ?? '') as Sample;
  if (failed > 0 && failed >= requests) throw new Error(`All requests to ${url} failed.`);
  for (const [index, [name]] of containers.entries()) {
    sample[`${name} CPU µs`] = ((after[index] ?? 0) - (before[index] ?? 0)) / requests;
  }
  return failed > 0 ? { ...sample, failed } : sample;
}
