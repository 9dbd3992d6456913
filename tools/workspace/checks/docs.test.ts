import { existsSync } from 'node:fs';
import { basename, dirname, join, normalize, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { missingIn, missingTask, type Workspace } from './docs/commands.ts';
import { readDocument, type Document } from './docs/document.ts';
import { requestedVersions } from './docs/manifests.ts';
import { isPath, Repository } from './docs/repository.ts';
import { readWorkspace } from './docs/workspace.ts';

const root = resolve(import.meta.dirname, '../../..');
const repository = new Repository(root);
const documents = repository.files
  .filter((path) => /^(?:README|docs\/.*)\.md$/.test(path))
  .sort()
  .map((path) => readDocument(root, path));
const decisions = documents.filter(({ path }) => /^docs\/decisions\/\d{4}-/.test(path));
/** A decision that was superseded may speak of what is no longer here. */
const current = documents.filter(({ lines }) => !lines.some((line) => line.startsWith('- Status: superseded by ')));

/** Test titles print the first of a pair whole. */
function titled(list: readonly Document[]): [path: string, document: Document][] {
  return list.map((document) => [document.path, document]);
}

/** Each sentence says which claim fails, and why. */
function complaints<Claim>(claims: readonly Claim[], because: (claim: Claim) => string | undefined): string[] {
  return claims.flatMap((claim) => {
    const reason = because(claim);
    return reason === undefined ? [] : [`${String(claim)}: ${reason}`];
  });
}

describe.each(titled(current))('%s', (_path, document) => {
  it('names only files and folders that exist', () => {
    const words = [...document.codeSpans, ...document.commands.flatMap((command) => command.split(/\s+/))];
    const paths = [...words.filter(isPath), ...document.mapped];
    expect(complaints(paths, (path) => (repository.has(path) ? undefined : 'git has no such path'))).toEqual([]);
  });

  it('links only to pages and headings that exist', () => {
    const broken = complaints(document.links, (link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? document.path : normalize(join(dirname(document.path), file));
      if (!existsSync(join(root, target)) || !repository.has(target)) return 'git has no such path';
      if (anchor === undefined) return undefined;
      return readDocument(root, target).anchors.includes(anchor) ? undefined : 'no such heading';
    });
    expect(broken).toEqual([]);
  });
});

describe('the documentation', () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await readWorkspace(root);
  }, 60_000);

  it.each(titled(current))('names only commands and tasks that can be run: %s', (_path, document) => {
    expect([
      ...complaints(document.commands, (command) => missingIn(workspace, command)),
      ...complaints(document.codeSpans, (span) => missingTask(workspace, span)),
    ]).toEqual([]);
  });

  it('starts with a README of at most 120 lines', () => {
    expect(documents.find(({ path }) => path === 'README.md')?.lines.length).toBeLessThanOrEqual(120);
  });
});

describe('the decision records', () => {
  it('are numbered without a gap', () => {
    const numbers = decisions.map(({ path }) => Number(basename(path).slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers).not.toEqual([]);
  });

  it('are all in the index', () => {
    const index = documents.find(({ path }) => path === 'docs/decisions/README.md');
    expect(index?.links).toEqual(decisions.map(({ path }) => basename(path)));
  });

  it('name the versions that the manifests ask for', () => {
    const page = decisions.find(({ path }) => path.endsWith('-dependencies.md'));
    const rows = (page?.lines ?? []).map((line) => line.split('|').map((cell) => cell.trim()));
    const claimed = rows
      .slice(rows.findIndex(([, first]) => /^-+$/.test(first ?? '')) + 1)
      .filter((row) => row.length > 1);
    expect(claimed.length).toBeGreaterThan(10);

    const requested = requestedVersions(root, repository.files);
    expect(claimed.map(([, name = '', version]) => ({ name, version }))).toEqual(
      claimed.map(([, name = '']) => ({ name, version: requested.get(name) })),
    );
  });

  it.each(titled(decisions))('have their five parts in under 50 lines: %s', (_path, record) => {
    expect(record.lines).toContainEqual(expect.stringMatching(/^- Date: \d{4}-\d{2}-\d{2}$/));
    expect(record.lines).toContainEqual(expect.stringMatching(/^- Status: (proposed|accepted|superseded by )/));
    expect(record.sections).toEqual(['Context', 'Decision', 'Consequences']);
    expect(record.lines.length).toBeLessThan(50);
  });
});
