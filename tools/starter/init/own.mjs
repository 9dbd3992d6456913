// @ts-check
import { updateJson } from '@nx/devkit';
import { edit, remove, textOf } from './edit.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Answers } from '../record.mjs' */

/** What is about the template and not about the product. */
const TEMPLATES_OWN = [
  'docs/images/system.png',
  'docs/begin.md',
  'docs/guides/first-hour.md',
  'tools/setup/init.mjs',
  'tools/starter/generators.json',
  'tools/starter/init',
  'tools/workspace/checks/product',
  'tools/workspace/checks/product.test.ts',
  'tools/workspace/full-checks/guides',
  'tools/workspace/full-checks/guides.test.ts',
  'tools/workspace/full-checks/products',
];

/**
 * Takes away what only the template needs, and gives the product a README, a licence and a version of its own.
 *
 * @param {Tree} tree
 * @param {Answers} answers
 * @returns {string} the notice that the template's licence asks to keep
 */
export function own(tree, answers) {
  const readme = textOf(tree, 'tools/starter/init/README.template.md');
  const licence = textOf(tree, 'LICENSE');
  const notice = licence.split('\n').find((line) => line.startsWith('Copyright')) ?? '';
  tree.write('LICENSE', licence.replace(notice, `Copyright (c) ${answers.year} ${answers.holder}`));
  tree.write('README.md', readme.replaceAll('{{port}}', String(answers.port)));
  remove(tree, TEMPLATES_OWN);
  if (tree.exists('CHANGELOG.md')) tree.delete('CHANGELOG.md');

  updateJson(tree, 'package.json', (manifest) => {
    delete manifest.scripts.init;
    return { ...manifest, description: `${answers.title}: React behind Nginx, Django under Gunicorn.` };
  });
  updateJson(tree, 'tools/starter/package.json', (manifest) => {
    delete manifest.generators;
    delete manifest.devDependencies;
    return manifest;
  });
  updateJson(tree, 'tools/starter/project.json', (project) => {
    project.targets.test.inputs = ['scripts'];
    project.targets.typecheck.inputs = ['typedScripts'];
    return project;
  });
  edit(tree, 'tools/workspace/checks/graph.test.ts', /^ {2}it\('of the README [^]*?^ {2}\}\);\n\n/m, '');
  edit(tree, 'tools/workspace/checks/rebuilds/tasks.ts', /^ {2}\.\.\.\['starter:test', [^]*?\],\n/m, '');
  updateJson(tree, 'tools/workspace/project.json', (project) => {
    delete project.targets.guides;
    delete project.targets.products;
    return project;
  });
  edit(tree, 'docs/decisions/0014-dependencies.md', /^\| (?:validate-npm-package-name|@clack\/prompts) .*\n/gm, '');
  edit(tree, 'tools/setup/test.mjs', ", 'products', 'guides'", '');
  edit(tree, 'docs/graph.md', /^\| `workspace:(?:guides|products)` .*\n/gm, '');
  edit(tree, 'docs/guides/README.md', /^- \[First hour\].*\n/m, '');
  edit(tree, 'tools/setup/steps/steps.mjs', /^ {2}init: .*\n/m, '');
  edit(tree, 'tools/setup/steps/steps.mjs', " | 'init'", '');
  return `${notice}. ${licence.split('\n')[0]}.`;
}
