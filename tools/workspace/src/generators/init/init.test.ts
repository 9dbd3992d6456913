import type { Tree } from '@nx/devkit';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkName, checkText, readAnswers } from './answers.ts';
import { writeIdentity } from './init.ts';

const DATA_MILL = { name: 'data-mill', title: 'Data Mill', licenseHolder: 'Mira Novak', withoutDemo: false };

describe('readAnswers', () => {
  it('uses defaults for what is not given', async () => {
    expect(await readAnswers({ name: 'data-mill', yes: true }, 'Mira Novak', true)).toEqual(DATA_MILL);
    const { licenseHolder } = await readAnswers({ name: 'data-mill' }, '', false);
    expect(licenseHolder).toBe('The Data Mill authors');
  });

  it('requires a name when it cannot ask', async () => {
    await expect(readAnswers({}, '', false)).rejects.toThrow('--name is missing.');
    await expect(readAnswers({ yes: true }, '', true)).rejects.toThrow('--name is missing.');
  });

  it('names the option with an invalid value', async () => {
    await expect(readAnswers({ name: 'x' }, '', false)).rejects.toThrow(
      '--name: "x" is too short. Use at least 2 characters.',
    );
    await expect(readAnswers({ name: 'ox', title: 'a "b"' }, '', false)).rejects.toThrow('--title: "a "b""');
  });

  it.each(['Data', 'data_mill', 'data--mill', '-data', 'data-', '4data', 'dáta', 'x'.repeat(31)])(
    'rejects the name %s',
    (name) => {
      expect(checkName(name)).toMatch(/is not valid|is too long/);
    },
  );

  it.each(['', '  ', 'a"b', '$HOME', 'a\nb', '#1', 'x'.repeat(61)])('rejects the title %j', (title) => {
    expect(checkText(title)).toBeDefined();
  });
});

describe('writeIdentity', () => {
  let tree: Tree;

  beforeEach(() => {
    tree = createTreeWithEmptyWorkspace({ formatter: 'none' });
    tree.write('.env', '# Identity.\nAPP_NAME=old\nAPP_TITLE=Old Name\nAPP_PORT=8080\n');
    tree.write('LICENSE', 'MIT License\n\nCopyright (c) 2020 The authors\n\nPermission\n');
    tree.write('README.md', '# Old\n\nOne sentence\non two lines.\n\n## Commands\n');
  });

  it('edits four files', () => {
    const before = tree.listChanges().length;
    writeIdentity(tree, DATA_MILL, { year: 2027, commit: 'abc' });
    expect(tree.listChanges()).toHaveLength(before);
    expect(tree.read('.env', 'utf-8')).toBe('# Identity.\nAPP_NAME=data-mill\nAPP_TITLE="Data Mill"\nAPP_PORT=8080\n');
    expect(tree.read('LICENSE', 'utf-8')).toContain(
      '\n\nCopyright (c) 2027 Mira Novak\nCopyright (c) 2020 The authors\n\n',
    );
    expect(tree.read('README.md', 'utf-8')).toMatch(
      /^# Data Mill\n\nData Mill is a web application[^]*based on the\nOld Name template[^]*\.\n\n## Commands\n$/,
    );
    const manifest = JSON.parse(tree.read('package.json', 'utf-8') ?? '') as object;
    expect(manifest).toMatchObject({ description: 'Data Mill', template: { commit: 'abc' } });
  });
});
