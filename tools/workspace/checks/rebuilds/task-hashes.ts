/**
 * Prints the hash of every task in the current folder's workspace as one line of JSON (task id → hash), once for each
 * line on stdin. One process serves many edits, because starting Nx takes longer than hashing.
 *
 * Nx has no command for this, so the script calls the functions that its task runner uses.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseEnv } from 'node:util';
import { createProjectGraphAsync } from '@nx/devkit';
import { readNxJson } from 'nx/src/config/nx-json';
import { createTaskHasher } from 'nx/src/hasher/create-task-hasher';
import { createTaskGraph } from 'nx/src/tasks-runner/create-task-graph';
import { resetWorkspaceContext } from 'nx/src/utils/workspace-context';

async function hashTasks(): Promise<Record<string, string | undefined>> {
  // Nx caches file hashes by modification time in whole seconds, which is too coarse for edits made by a program.
  resetWorkspaceContext();
  rmSync('.nx/workspace-data/nx_files.nxt', { force: true });
  const graph = await createProjectGraphAsync();
  const projects = Object.values(graph.nodes);
  const targets = new Set(projects.flatMap(({ data }) => Object.keys(data.targets ?? {})));
  const names = projects.map(({ name }) => name);
  const taskGraph = createTaskGraph(graph, {}, names, [...targets], undefined, {});
  const tasks = Object.values(taskGraph.tasks).filter(({ continuous }) => !continuous);
  const files = ['.env', '.env.local'].filter((path) => existsSync(path));
  const env = { ...process.env, ...parseEnv(files.map((path) => readFileSync(path, 'utf8')).join('\n')) };
  const hashes = await createTaskHasher(graph, readNxJson(process.cwd())).hashTasks(tasks, taskGraph, env);
  return Object.fromEntries(tasks.map(({ id }, index) => [id, hashes[index]?.value]));
}

// Plugins may print to the console. Only hashes belong on stdout.
console.log = console.error;

for await (const _line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await hashTasks())}\n`);
}
