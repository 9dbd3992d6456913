import { readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { createProjectGraphAsync } from '@nx/devkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf, taskProblem, type Workspace } from './docs/commands.ts';
import { readDocument, type Document } from './docs/document.ts';
import { exists, isPath } from './docs/paths.ts';
import { listFiles, workspaceRoot } from './scratch.ts';

const documents = listFiles()
  .filter((path) => /^(?:[A-Z]+|docs\/.*)\.md$/.test(path))
  .map((path) => [path, readDocument(path)] as [path: string, document: Document]);

/** Names under a key of a JSON file. */
function namesIn(path: string, key: 'scripts' | 'generators'): string[] {
  const json = JSON.parse(readFileSync(join(workspaceRoot, path), 'utf8')) as Record<typeof key, object>;
  return Object.keys(json[key]);
}

/** Lists each claim that is wrong, with its reason. */
function problems(claims: readonly string[], problemOfClaim: (claim: string) => string | undefined): string[] {
  return claims.flatMap((claim) => {
    const problem = problemOfClaim(claim);
    return problem === undefined ? [] : [`${claim}: ${problem}`];
  });
}

/** Folders that a product may delete while documents still name them. */
const deleted = ['tools/mutation'].filter((folder) => !exists(folder));

let workspace: Workspace;

beforeAll(async () => {
  const { nodes } = await createProjectGraphAsync();
  workspace = {
    scripts: namesIn('package.json', 'scripts'),
    targets: Object.fromEntries(Object.values(nodes).map(({ name, data }) => [name, Object.keys(data.targets ?? {})])),
    generators: namesIn('tools/workspace/generators.json', 'generators'),
  };
}, 60_000);

describe.each(documents)('%s', (path, document) => {
  const absent = [...document.creates, ...deleted];
  const mayBeAbsent = (word: string) => absent.some((folder) => word === folder || word.startsWith(`${folder}/`));

  it('names only files and folders that exist', () => {
    const words = [...document.codeSpans, ...document.commands.flatMap((command) => command.split(/\s+/))];
    expect(words.filter((word) => isPath(word) && !exists(word) && !mayBeAbsent(word))).toEqual([]);
  });

  it('links only to pages and headings that exist', () => {
    const broken = problems(document.links, (link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file));
      if (mayBeAbsent(target)) return undefined;
      if (!exists(target)) return 'There is no such file.';
      if (anchor === undefined || readDocument(target).anchors.includes(anchor)) return undefined;
      return 'The page has no such heading.';
    });
    expect(broken).toEqual([]);
  });

  it('names only commands and tasks that exist', () => {
    const targets = Object.fromEntries(absent.map((folder) => [basename(folder), ['*']]));
    const known = { ...workspace, targets: { ...targets, ...workspace.targets } };
    expect([
      ...problems(document.commands, (command) => problemOf(known, command)),
      ...problems(document.codeSpans, (span) => taskProblem(known, span)),
    ]).toEqual([]);
  });
});
