import { createProjectGraphAsync, type ProjectGraph } from '@nx/devkit';
import { createTaskGraph } from 'nx/src/tasks-runner/create-task-graph';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDiagram } from './docs/diagram.ts';
import { readDocument } from './docs/document.ts';
import { workspaceRoot } from './scratch.ts';

/** Tags that exist, by dimension. A new one is a decision: it needs a rule in eslint.config.mjs too. */
const dimensions: Record<string, readonly string[]> = {
  type: ['app', 'config', 'e2e', 'lib', 'tool'],
  scope: ['api', 'ops', 'shared', 'web'],
};

/** What a project needs that no import shows: Python sources, images, configuration that is copied or mounted. */
const invisibleEdges: [from: string, to: string, because: string][] = [
  ['api-types', 'api', 'the types come from the OpenAPI document that Django writes'],
  ['web', 'nginx', 'the web image holds the Nginx configuration'],
  ['web', 'api', "the web image holds Django's static files"],
  ['stack', 'web', 'the stack runs the web image'],
  ['stack', 'api', 'the stack runs the API image'],
  ['e2e', 'stack', 'the suite starts the compose file of the stack'],
];

let graph: ProjectGraph;

beforeAll(async () => {
  graph = await createProjectGraphAsync();
}, 60_000);

/** The names of all projects that `project` needs, however far away. */
function reachable(project: string, seen = new Set<string>()): Set<string> {
  for (const { target } of graph.dependencies[project] ?? []) {
    if (target in graph.nodes && !seen.has(target)) {
      seen.add(target);
      reachable(target, seen);
    }
  }
  return seen;
}

describe('the project graph', () => {
  it('gives every project one tag of each dimension', () => {
    const wrong = Object.values(graph.nodes).filter(({ data }) =>
      Object.entries(dimensions).some(([dimension, values]) => {
        const tags = (data.tags ?? []).filter((tag) => tag.startsWith(`${dimension}:`));
        return tags.length !== 1 || !values.includes(tags[0]?.slice(dimension.length + 1) ?? '');
      }),
    );
    expect(wrong.map(({ name, data }) => ({ name, tags: data.tags }))).toEqual([]);
  });

  it('names every project after its folder', () => {
    const wrong = Object.values(graph.nodes).filter(({ name, data }) => data.root.split('/').at(-1) !== name);
    expect(wrong.map(({ name, data }) => ({ name, root: data.root }))).toEqual([]);
  });

  it.each(invisibleEdges)('knows that %s needs %s, since %s', (from, to) => {
    expect([...reachable(from)]).toContain(to);
  });

  it('has an arrow in one direction only between any two projects', () => {
    const cycles = Object.keys(graph.nodes).filter((project) => reachable(project).has(project));
    expect(cycles).toEqual([]);
  });

  it('caches no task whose result lives outside the work tree', () => {
    const images = ['docker-build', 'docker-test', 'e2e', 'routing-dev', 'up', 'down', 'logs', 'push'];
    const databases = ['migrate', 'seed', 'shell', 'db-shell', 'db-snapshot', 'db-restore', 'test-database'];
    const outside = [...images, ...databases];
    const cached = Object.values(graph.nodes).flatMap(({ name, data }) =>
      Object.entries(data.targets ?? {})
        .filter(([target, { cache }]) => (outside.includes(target) || target.startsWith('e2e-ci')) && cache === true)
        .map(([target]) => `${name}:${target}`),
    );
    expect(cached).toEqual([]);
  });
});

describe('the diagrams', () => {
  it('of the README are the projects and what each needs', () => {
    const [source = ''] = readDocument(workspaceRoot, 'README.md').diagrams;
    const { boxes, arrows } = readDiagram(source);
    const needs = Object.entries(graph.dependencies).flatMap(([project, dependencies]) =>
      dependencies.filter(({ target }) => target in graph.nodes).map(({ target }) => `${project} --> ${target}`),
    );
    expect(boxes.toSorted()).toEqual(Object.keys(graph.nodes).sort());
    expect(arrows.map((arrow) => arrow.join(' --> ')).sort()).toEqual([...new Set(needs)].sort());
  });

  it('of the architecture have between tasks only arrows that Nx follows, and all of them', () => {
    const [source = ''] = readDocument(workspaceRoot, 'docs/architecture.md').diagrams;
    const { boxes, arrows } = readDiagram(source);
    const tasks = boxes.filter((box) => box.includes(':'));
    expect(tasks).toContain('web:docker-build');
    const drawn = arrows.filter((arrow) => arrow.every((end) => tasks.includes(end)));
    const followed = tasks.flatMap((task) => {
      const [project = '', target = ''] = task.split(':');
      const { dependencies } = createTaskGraph(graph, {}, [project], [target], undefined, {});
      return (dependencies[task] ?? []).filter((before) => tasks.includes(before)).map((before) => [before, task]);
    });
    expect(drawn.map((arrow) => arrow.join(' --> ')).sort()).toEqual(
      followed.map((arrow) => arrow.join(' --> ')).sort(),
    );
  });
});
