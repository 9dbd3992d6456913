/**
 * Prints the hash of every task of the workspace in the current folder as one line of JSON, task id → hash, and again for
 * each line that it reads: one process for many states of the tree, since most of the time goes into starting.
 *
 * Nx has no command for this; these are the functions that its own runner calls. What a task takes from other tasks'
 * outputs is hashed as it lies on the disk.
 */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const require = createRequire(join(process.cwd(), 'package.json'));
const { createProjectGraphAsync } = require('@nx/devkit');
const { readNxJson } = require('nx/src/config/nx-json');
const { createTaskGraph } = require('nx/src/tasks-runner/create-task-graph');
const { createTaskHasher } = require('nx/src/hasher/create-task-hasher');
const { resetWorkspaceContext } = require('nx/src/utils/workspace-context');

// Only answers may be on stdout.
console.log = console.error;

async function hashes() {
  // Nx keeps what it has read of the tree, on the disk by files' times in whole seconds; edits here follow each other faster.
  resetWorkspaceContext();
  rmSync('.nx/workspace-data/nx_files.nxt', { force: true });
  const graph = await createProjectGraphAsync();
  const projects = Object.values(graph.nodes);
  const targets = new Set(projects.flatMap(({ data }) => Object.keys(data.targets ?? {})));
  const names = projects.map(({ name }) => name);
  const taskGraph = createTaskGraph(graph, {}, names, [...targets], undefined, {});
  // A server has no result.
  const tasks = Object.values(taskGraph.tasks).filter(({ continuous }) => !continuous);
  const hashed = await createTaskHasher(graph, readNxJson(process.cwd())).hashTasks(tasks, taskGraph, process.env);
  return Object.fromEntries(tasks.map(({ id }, index) => [id, hashed[index].value]));
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
while (!(await lines.next()).done) process.stdout.write(`${JSON.stringify(await hashes())}\n`);
