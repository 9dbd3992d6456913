// @ts-check
/**
 * Prints the hash of every task of the workspace in the current folder, as one line of JSON: task id → hash.
 *
 * Nx has no command for this; these are the functions that its own runner calls. Tasks that hash what other tasks
 * wrote are hashed by what lies on the disk now.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const { createProjectGraphAsync } = require('@nx/devkit');
const { readNxJson } = require('nx/src/config/nx-json');
const { createTaskGraph } = require('nx/src/tasks-runner/create-task-graph');
const { createTaskHasher } = require('nx/src/hasher/create-task-hasher');

const graph = await createProjectGraphAsync();
const hasher = createTaskHasher(graph, readNxJson(process.cwd()));
/** @type {Record<string, string>} */
const hashes = {};
for (const [project, node] of Object.entries(graph.nodes)) {
  for (const target of Object.keys(node.data.targets ?? {})) {
    const tasks = createTaskGraph(graph, {}, [project], [target], undefined, {});
    const task = tasks.tasks[`${project}:${target}`];
    const hash = await hasher.hashTask(task, tasks, process.env);
    hashes[task.id] = hash.value;
  }
}
process.stdout.write(`\n${JSON.stringify(hashes)}\n`);
