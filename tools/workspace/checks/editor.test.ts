import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { missingIn, type Workspace } from './docs/commands';
import { readWorkspace } from './docs/workspace';

interface Task {
  label: string;
  command: string;
}

interface Configuration {
  name: string;
  type: string;
  module?: string;
  url?: string;
  preLaunchTask?: string;
  [setting: string]: unknown;
}

const root = resolve(import.meta.dirname, '../../..');

function read<Content>(name: string): Content {
  return JSON.parse(readFileSync(join(root, '.vscode', name), 'utf8')) as Content;
}

const { recommendations } = read<{ recommendations: string[] }>('extensions.json');
const settings = read<Record<string, unknown>>('settings.json');
const { tasks } = read<{ tasks: Task[] }>('tasks.json');
const { configurations, compounds } = read<{
  configurations: Configuration[];
  compounds: { configurations: string[]; preLaunchTask?: string }[];
}>('launch.json');

/** Which extension debugs what; the others are built in. */
const DEBUGGERS: Record<string, string | undefined> = { debugpy: 'ms-python.debugpy' };
const BUILT_IN = ['node', 'chrome'];

/** Every string in a value, however deep. */
function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

let workspace: Workspace;

beforeAll(async () => {
  workspace = await readWorkspace(root);
}, 60_000);

describe('what is set up for VS Code', () => {
  it.each(tasks.map((task) => [task.label, task.command]))('runs a command that there is: %s', (_label, command) => {
    expect(command).toMatch(/^(npm|npx nx) /);
    expect(missingIn(workspace, command)).toBeUndefined();
  });

  it('names only files and folders that there are once everything is set up', () => {
    const paths = stringsIn([settings, configurations])
      .map((text) => /^(?:\$\{workspaceFolder\}\/|\.\/(?=node_modules)|(?=node_modules\/))(.+)$/.exec(text)?.[1])
      .filter((path) => path !== undefined);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('starts tasks and debuggers that there are', () => {
    const labels = tasks.map(({ label }) => label);
    const before = [...configurations, ...compounds].flatMap(({ preLaunchTask }) => preLaunchTask ?? []);
    expect(before.filter((label) => !labels.includes(label))).toEqual([]);
    const names = configurations.map(({ name }) => name);
    expect(compounds.flatMap((compound) => compound.configurations).filter((name) => !names.includes(name))).toEqual(
      [],
    );
    const types = configurations.map(({ type }) => type).filter((type) => !BUILT_IN.includes(type));
    expect(types.filter((type) => !recommendations.includes(DEBUGGERS[type] ?? type))).toEqual([]);
  });

  it('recommends each extension that a setting asks for', () => {
    const formatters = Object.entries(settings).flatMap(([name, value]) =>
      name.startsWith('[') ? [(value as Record<string, string>)['editor.defaultFormatter']] : [],
    );
    expect(formatters.length).toBeGreaterThan(3);
    expect(formatters.filter((id) => id === undefined || !recommendations.includes(id))).toEqual([]);
  });

  it('debugs both halves at the addresses of npm run dev', () => {
    const plan = readFileSync(join(root, 'tools/setup/dev/plan.mjs'), 'utf8');
    const ports = Array.from(plan.matchAll(/TANDEM_\w+_PORT', (\d+)/g), ([, port]) => port);
    expect(ports).toHaveLength(2);
    const text = JSON.stringify(configurations);
    expect([...new Set(text.match(/(?<=(?:localhost|127\.0\.0\.1):)\d+/g))].sort()).toEqual(ports.sort());
  });
});
