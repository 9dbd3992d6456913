import { describe, expect, it } from 'vitest';
import { problemOf, taskProblem } from './commands.ts';

const workspace = {
  scripts: ['start', 'setup'],
  targets: { web: ['build', 'generate'], stack: ['up'] },
  generators: ['resource'],
};

describe('the check of documented commands', () => {
  it.each([
    ['npm run deploy', 'deploy'],
    ['npx nx serve web', 'serve'],
    ['npx nx generate web', 'nx run web:generate'],
    ['npx nx build site', 'site'],
    ['npx nx g page invoice', 'page'],
    ['npx nx run stack:build', 'build'],
    ['npx nx run-many -t build lint', 'lint'],
    ['npx nx run-many -t build -p web,stack', 'stack'],
  ])('rejects a command that names something missing: %s', (command, name) => {
    expect(problemOf(workspace, command)).toContain(`\`${name}\``);
  });

  it('checks code spans that name a task of a known project', () => {
    expect(['web:build', 'web:8080', 'host:build'].map((span) => taskProblem(workspace, span)).filter(Boolean)).toEqual(
      [],
    );
    expect(taskProblem(workspace, 'web:biuld')).toContain('`biuld`');
  });
});
