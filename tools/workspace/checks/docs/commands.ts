/** What can be run in this workspace. */
export interface Workspace {
  /** Names of the root package's scripts. */
  readonly scripts: readonly string[];
  /** Each project's targets, inferred ones too. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
  /** Names of the workspace's own generators. */
  readonly generators: readonly string[];
}

const npmOwn = ['ci', 'install'];
const nxOwn = ['graph', 'release', 'reset', 'report', 'sync', 'sync:check'];
/** Targets may have these names too, but `nx generate api-types` would look for a generator. */
const nxOwnWords = ['add', 'generate', 'import', 'list', 'migrate', 'repair', 'watch'];

/**
 * Says what a documented command asks for that the workspace does not have.
 *
 * @param command one line of a shell, `APP_PORT=9000 npm start`
 * @returns one sentence, or nothing when it can be run
 */
export function missingIn(workspace: Workspace, command: string): string | undefined {
  const words = command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
  if (words[0] === 'npm') return missingScript(workspace, words.slice(1));
  if (words[0] === 'npx' && words[1] === 'nx') return missingTarget(workspace, words.slice(2));
  if (words[0] === 'nx') return missingTarget(workspace, words.slice(1));
  return undefined;
}

/** `web:build`: whether a code span names a task, and one that is not there. `api:8000` is a host and its port. */
export function missingTask(workspace: Workspace, span: string): string | undefined {
  const [, project, target] = /^([a-z][a-z0-9-]*):([a-z][a-z0-9:-]*)$/.exec(span) ?? [];
  if (project === undefined || target === undefined || !(project in workspace.targets)) return undefined;
  return absent(workspace, project, target);
}

function missingScript({ scripts }: Workspace, [first = '', second = '']: string[]): string | undefined {
  const name = first === 'run' ? second : first;
  if (npmOwn.includes(name) || scripts.includes(name)) return undefined;
  return `package.json has no script \`${name}\`.`;
}

function missingTarget(workspace: Workspace, words: string[]): string | undefined {
  const [first = '', second = ''] = words;
  if (nxOwn.includes(first)) return undefined;
  if (first === 'show' && second === 'target') return task(workspace, words[2] ?? '');
  if (first === 'g') {
    return workspace.generators.includes(second) ? undefined : `This workspace has no generator \`${second}\`.`;
  }
  if (first === 'show') return unknown(workspace, words[2] ?? '');
  if (first === 'run-many' || first === 'affected') {
    return firstOf(listAfter(words, /^(-t|--targets?)$/), (target) =>
      firstOf(projectsOf(words), (project) => absent(workspace, project, target)),
    );
  }
  if (first === 'run') return task(workspace, second);
  if (nxOwnWords.includes(first)) {
    return `\`nx ${first}\` is Nx's own command; the task is \`nx run ${second}:${first}\`.`;
  }
  return absent(workspace, second, first);
}

function task(workspace: Workspace, id: string): string | undefined {
  const [project = '', target = ''] = id.split(/:(.*)/);
  return absent(workspace, project, target);
}

/** The projects that `-p` names; 'some project' when it names none. */
function projectsOf(words: string[]): (string | undefined)[] {
  const named = listAfter(words, /^(-p|--projects?)$/);
  return named.length > 0 ? named : [undefined];
}

function listAfter(words: string[], flag: RegExp): string[] {
  const start = words.findIndex((word) => flag.test(word)) + 1;
  if (start === 0) return [];
  const end = words.findIndex((word, index) => index >= start && word.startsWith('-'));
  return words.slice(start, end === -1 ? undefined : end).flatMap((word) => word.split(','));
}

function absent(workspace: Workspace, project: string | undefined, target: string): string | undefined {
  if (project === undefined) {
    const somewhere = Object.values(workspace.targets).some((targets) => targets.includes(target));
    return somewhere ? undefined : `No project has a target \`${target}\`.`;
  }
  const missing = unknown(workspace, project);
  if (missing !== undefined) return missing;
  return workspace.targets[project]?.includes(target) ? undefined : `\`${project}\` has no target \`${target}\`.`;
}

function unknown({ targets }: Workspace, project: string): string | undefined {
  return project in targets ? undefined : `There is no project \`${project}\`.`;
}

function firstOf<Item>(items: readonly Item[], test: (item: Item) => string | undefined): string | undefined {
  return items.map(test).find((sentence) => sentence !== undefined);
}
