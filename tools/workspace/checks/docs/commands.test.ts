import { describe, expect, it } from 'vitest';
import { missingIn, missingTask } from './commands.ts';

const workspace = {
  scripts: ['start', 'setup'],
  targets: { web: ['build', 'generate'], stack: ['up'] },
  generators: ['page'],
};

describe('a documented command', () => {
  it.each([
    'npm start',
    'npm run setup',
    'npm ci',
    'APP_PORT=9000 npm start',
    'npx nx build web',
    'nx run stack:up',
    'npx nx run web:generate',
    'npx nx run-many -t build up --nxBail',
    'npx nx run-many -t build -p web',
    'npx nx show project web',
    'npx nx release --dry-run',
    'npx nx show target web:build inputs',
    'npx nx g page about-us --title "About us"',
    'docker build -f somewhere .',
  ])('is accepted when it can be run: %s', (command) => {
    expect(missingIn(workspace, command)).toBeUndefined();
  });

  it.each([
    ['npm run deploy', 'deploy'],
    ['npm test', 'test'],
    ['npx nx serve web', 'serve'],
    ['npx nx generate web', 'nx run web:generate'],
    ['npx nx build site', 'site'],
    ['npx nx g resource invoice', 'resource'],
    ['npx nx run stack:build', 'build'],
    ['npx nx run-many -t build lint', 'lint'],
    ['npx nx run-many -t build -p web,stack', 'stack'],
    ['npx nx show project site', 'site'],
    ['npx nx show target web:up', 'up'],
  ])('is refused when it asks for what is not there: %s', (command, name) => {
    expect(missingIn(workspace, command)).toContain(`\`${name}\``);
  });
});

describe('a code span', () => {
  it('is a task when it names a project and no port', () => {
    expect(missingTask(workspace, 'web:build')).toBeUndefined();
    expect(missingTask(workspace, 'web:8080')).toBeUndefined();
    expect(missingTask(workspace, 'host:build')).toBeUndefined();
    expect(missingTask(workspace, 'web:biuld')).toContain('`biuld`');
  });
});
