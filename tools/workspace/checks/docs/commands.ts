/** Everything that a documented command may name. */
export interface Workspace {
  /** Scripts of the root package.json. */
  readonly scripts: readonly string[];
  /** Targets by project, including inferred targets. `*` stands for any target. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
  readonly generators: readonly string[];
}

const NPM_COMMANDS = ['ci', 'install', ''];
const NX_COMMANDS = ['graph', 'release', 'reset', 'report', 'sync', 'sync:check'];
/** Nx commands that hide targets of the same name: `nx generate api-types` looks for a generator. */
const NX_RESERVED = ['add', 'generate', 'import', 'list', 'migrate', 'repair', 'watch'];

/**
 * Finds a script, task, project or generator that a command names and the workspace does not have.
 *
 * @param command one shell command, such as `APP_PORT=9000 npm start`
 * @returns one sentence, or undefined if the command can run
 */
export function problemOf(workspace: Workspace, command: string): string | undefined {
  const words = command.split(/\s+/).filter((word) => !/^[A-Z_]+=/.test(word));
  if (words[0] === 'npm') return scriptProblem(workspace, words.slice(1));
  if (words[0] === 'npx' && words[1] === 'nx') return nxProblem(workspace, words.slice(2));
  if (words[0] === 'nx') return nxProblem(workspace, words.slice(1));
  return undefined;
}

/** Checks a code span such as `web:build`. Text such as `api:8000` is a host and a port. */
export function taskProblem(workspace: Workspace, span: string): string | undefined {
  const [, project, target] = /^([a-z][a-z0-9-]*):([a-z][a-z0-9:-]*)$/.exec(span) ?? [];
  if (project === undefined || target === undefined || !(project in workspace.targets)) return undefined;
  return targetProblem(workspace, project, target);
}

function scriptProblem({ scripts }: Workspace, [first = '', second = '']: string[]): string | undefined {
  const name = first === 'run' ? second : first;
  return NPM_COMMANDS.includes(name) || scripts.includes(name) ? undefined : `package.json has no script \`${name}\`.`;
}

function nxProblem(workspace: Workspace, words: string[]): string | undefined {
  const [command = '', name = '', third = ''] = words;
  if (NX_COMMANDS.includes(command)) return undefined;
  if (command === 'g') return workspace.generators.includes(name) ? undefined : `There is no generator \`${name}\`.`;
  if (command === 'run') return idProblem(workspace, name);
  if (command === 'show' && name === 'target') return idProblem(workspace, third);
  if (command === 'show') return name === 'projects' ? undefined : projectProblem(workspace, third);
  if (command === 'run-many' || command === 'affected') {
    const projects = valuesOf(words, /^(-p|--projects?)$/);
    return valuesOf(words, /^(-t|--targets?)$/)
      .flatMap((target) =>
        projects.length > 0
          ? projects.map((project) => targetProblem(workspace, project, target))
          : [targetProblem(workspace, undefined, target)],
      )
      .find((problem) => problem !== undefined);
  }
  if (NX_RESERVED.includes(command)) return `\`nx ${command}\` is an Nx command. Use \`nx run ${name}:${command}\`.`;
  return targetProblem(workspace, name, command);
}

/** The words after an option, up to the next option. */
function valuesOf(words: string[], option: RegExp): string[] {
  const start = words.findIndex((word) => option.test(word)) + 1;
  if (start === 0) return [];
  const end = words.findIndex((word, index) => index >= start && word.startsWith('-'));
  return words.slice(start, end === -1 ? undefined : end).flatMap((word) => word.split(','));
}

function idProblem(workspace: Workspace, id: string): string | undefined {
  const [project = '', target = ''] = id.split(/:(.*)/);
  return targetProblem(workspace, project, target);
}

function targetProblem(workspace: Workspace, project: string | undefined, target: string): string | undefined {
  const has = (targets: readonly string[] = []) => targets.includes(target) || targets.includes('*');
  if (project === undefined) {
    return Object.values(workspace.targets).some(has) ? undefined : `No project has a target \`${target}\`.`;
  }
  const problem = projectProblem(workspace, project);
  if (problem !== undefined) return problem;
  return has(workspace.targets[project]) ? undefined : `\`${project}\` has no target \`${target}\`.`;
}

function projectProblem({ targets }: Workspace, project: string): string | undefined {
  return project in targets ? undefined : `There is no project \`${project}\`.`;
}
