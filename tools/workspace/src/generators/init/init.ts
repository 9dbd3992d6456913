import { spawnSync } from 'node:child_process';
import { type GeneratorCallback, type Tree, updateJson } from '@nx/devkit';
import { Refusal, withRefusals } from '../refusal.ts';
import { removeResource } from '../remove-resource/remove-resource.ts';
import { type Answers, type InitOptions, readAnswers } from './answers.ts';

/** Turns a clone of the template into a product. */
export async function init(tree: Tree, options: InitOptions): Promise<GeneratorCallback> {
  const git = (...args: string[]) => run(tree.root, 'git', args);
  refuseUnlessReady(tree, git);
  const answers = await readAnswers(options, git('config', 'user.name') ?? '', process.stdin.isTTY);
  writeIdentity(tree, answers, { year: new Date().getFullYear(), commit: git('rev-parse', 'HEAD') ?? '' });
  const finishRemoval = answers.withoutDemo ? await removeResource(tree, { name: 'note' }) : undefined;
  return async () => {
    renameRemote(git);
    await finishRemoval?.();
    if (run(tree.root, process.execPath, ['docker/stack/secrets.ts']) === undefined) {
      throw new Error('Generating the secrets failed. Run: npx nx secrets stack');
    }
    console.log(`\n${answers.title} is ready. Next:`);
    console.log(`  git commit --all --message "feat: start ${answers.title}"\n  npm start`);
  };
}

type Git = (...args: string[]) => string | undefined;

function refuseUnlessReady(tree: Tree, git: Git): void {
  const status = git('status', '--porcelain');
  if (status === undefined) throw new Refusal('This is not a git repository. Clone the template, then run this again.');
  const changed = status.split('\n').filter(Boolean);
  if (changed.length > 0) {
    const files = changed.slice(0, 3).map((line) => line.slice(3));
    throw new Refusal(
      `There are uncommitted changes (${files.join(', ')}). Commit or stash them, then run this again.`,
    );
  }
  if ('template' in JSON.parse(tree.read('package.json', 'utf-8') ?? '{}')) {
    throw new Refusal('This clone is a product already. To rename it, edit .env.');
  }
}

/** Writes the product's identity into the four files that hold it. */
export function writeIdentity(
  tree: Tree,
  { name, title, licenseHolder }: Answers,
  { year, commit }: { year: number; commit: string },
): void {
  const edit = (path: string, pattern: RegExp, replacement: string) => {
    const text = tree.read(path, 'utf-8') ?? '';
    if (!pattern.test(text)) throw new Error(`${path} does not match ${String(pattern)}.`);
    tree.write(
      path,
      text.replace(pattern, () => replacement),
    );
  };
  const template = /^APP_TITLE=(.*)$/m.exec(tree.read('.env', 'utf-8') ?? '')?.[1]?.replaceAll('"', '') ?? '';
  edit('.env', /^APP_NAME=.*$/m, `APP_NAME=${name}`);
  edit('.env', /^APP_TITLE=.*$/m, `APP_TITLE="${title}"`);
  // The template's licence requires its copyright notice to stay.
  edit('LICENSE', /^(?=Copyright)/m, `Copyright (c) ${String(year)} ${licenseHolder}\n`);
  const summary = `${title} is a web application: React behind Nginx, Django under Gunicorn, in one Nx workspace. It is based on the\n${template} template; \`git fetch template && git merge template/main\` brings its updates.`;
  edit('README.md', /^# .*\n\n(?:.+\n)+/, `# ${title}\n\n${summary}\n`);
  updateJson(tree, 'package.json', (manifest: object) => ({ ...manifest, description: title, template: { commit } }));
}

/** Keeps the template as a remote for updates. Its release tags would collide with the product's, so they are not fetched. */
function renameRemote(git: Git): void {
  if (git('remote', 'rename', 'origin', 'template') === undefined) return;
  git('config', 'remote.template.tagOpt', '--no-tags');
}

/** Returns the output without surrounding white space, or undefined when the command fails. */
function run(cwd: string, command: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trimEnd() : undefined;
}

export default withRefusals(init);
