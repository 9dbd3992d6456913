/** Renders every overlay of docker/kubernetes to dist/kubernetes and validates it with the schemas of Kubernetes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest and the newest version of Kubernetes that the manifests are for. */
const VERSIONS = ['1.34', '1.37'];
/** Kubernetes has no schema for this API, whose resources a cluster adds. */
const GATEWAY_API = 'api version gateway.networking.k8s.io/v1';

const root = join(import.meta.dirname, '../..');
const overlays = join(root, 'docker/kubernetes/overlays');
const target = join(root, 'dist/kubernetes');

export const OVERLAYS = readdirSync(overlays);

/** Runs a program of the linters' environment and returns its output. */
export function runLinter(name: string, args: string[], input = ''): string {
  const program = join(root, '.local/linters/bin', name);
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', input });
  if (error) throw new Error(`${error.message}. Run \`npm run setup\` to install ${name}.`);
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}${stderr}`);
  return stdout;
}

export function render(overlay: string): string {
  return runLinter('kubectl', ['kustomize', join(overlays, overlay)]);
}

/** Fails on an unknown field, a wrong type, a missing value, and an object whose kind or version is unknown. */
export function validate(manifests: string): void {
  for (const version of VERSIONS) {
    const args = ['--kubernetes-version', version, '--strict', '--quiet', '-'];
    const warnings = runLinter('kubernetes-validate', args, manifests).split('\n');
    const problems = warnings.filter((line) => line !== '' && !line.includes(GATEWAY_API));
    if (problems.length > 0) throw new Error(problems.join('\n'));
  }
}

if (import.meta.main) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const overlay of OVERLAYS) {
    const manifests = render(overlay);
    validate(manifests);
    writeFileSync(join(target, `${overlay}.yaml`), manifests);
  }
}
