import { expect, it } from 'vitest';
import { lintExceptions, readExceptions } from './exceptions.ts';
import { readConfiguration, type Site } from './nginx/configuration.ts';
import { head } from './nginx/words.ts';
import { allMutants, nginxSource, paths, readFiles } from './workspace.ts';

const files = readFiles();
const mutants = allMutants(files);

it('makes at least 800 mutants with different ids', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(800);
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
});

it('changes every directive and every table entry of the Nginx configuration', () => {
  const { sites } = readConfiguration(nginxSource(files));
  const isMutated = ({ file, statement }: Site) =>
    mutants.some(({ edits }) =>
      edits.some((edit) => edit.file === file && edit.start >= statement.start && edit.end <= statement.end),
    );
  const missing = sites.filter((site) => !isMutated(site)).map((site) => `${site.file}: ${head(site)}`);
  // An empty default equals none.
  expect(missing.filter((place) => !place.endsWith(': default ""'))).toEqual([]);
});

it('reads every file of the Nginx configuration', () => {
  const { sites } = readConfiguration(nginxSource(files));
  const read = new Set(sites.map(({ file }) => file));
  expect([...files.keys()].filter((file) => file.startsWith(paths.nginx) && !read.has(file))).toEqual([]);
});

it('changes every setting of Gunicorn', () => {
  const text = files.get(paths.gunicorn) ?? '';
  const edits = mutants.filter(({ file }) => file === paths.gunicorn).flatMap((mutant) => mutant.edits);
  const settings = [...text.matchAll(/^[a-z][\w.]* = .*$/gm)];
  const missing = settings.filter(
    ({ 0: line, index }) => !edits.some(({ start, end }) => start >= index && end <= index + line.length),
  );
  expect(missing.map(([line]) => line)).toEqual([]);
});

it('has a valid list of exceptions', () => {
  expect(lintExceptions(readExceptions(), mutants)).toEqual([]);
});
