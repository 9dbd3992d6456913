/** `npx nx run mutation:syntax`: which Nginx mutants Nginx itself refuses. Every one is tried in one container. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyMutant, type Mutant } from '../mutant.ts';
import { places } from '../workspace.ts';
import { readAll, root } from './root.ts';

/** More refused ones would say that the operators make what nobody could ship. */
const mostRefused = 0.15;

/** Runs the image's own entrypoint over each variant. The configuration lies in memory; the rest is as in the stack. */
const loop = `for variant in /variants/*/; do
  rm -rf /etc/nginx/* /tmp/nginx
  cp -r /original/. /etc/nginx && cp -r "$variant". /etc/nginx
  if message=$(/entrypoint.sh -t 2>&1); then verdict=accepted; else verdict=refused; fi
  printf '%s\\t%s\\t%s\\n' "$(basename "$variant")" "$verdict" "$(printf %s "$message" | grep --max-count=1 -e emerg -e ^web:)"
done`;

const { sources, mutants } = readAll();
const nginx = mutants.filter(({ file }) => file.startsWith(places.nginx));
const folder = mkdtempSync(join(tmpdir(), 'nginx-mutants-'));
try {
  cpSync(join(root, places.nginx), join(folder, 'original'), { recursive: true });
  mkdirSync(join(folder, 'variants/original'), { recursive: true });
  nginx.forEach((mutant, index) => {
    write(mutant, join(folder, 'variants', String(index)));
  });
  report(run(folder));
} finally {
  rmSync(folder, { recursive: true });
}

function write({ edits }: Mutant, into: string): void {
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const path = join(into, file.slice(places.nginx.length));
    mkdirSync(dirname(path), { recursive: true });
    const own = edits.filter((edit) => edit.file === file);
    writeFileSync(path, applyMutant(sources.get(file) ?? '', own));
  }
}

function run(mounted: string): string[][] {
  const owner = 'uid=10001,gid=10001';
  const folders = ['/etc/nginx', '/tmp', '/var/cache/nginx'].map((path) => `--tmpfs=${path}:${owner}`);
  const volumes = ['original', 'variants'].map((name) => `--volume=${join(mounted, name)}:/${name}:ro`);
  const entrypoint = `--volume=${join(root, places.entrypoint)}:/entrypoint.sh:ro`;
  const options = ['--rm', '--read-only', '--network=none', ...folders, ...volumes, entrypoint, '--entrypoint=sh'];
  const { stdout, stderr, status } = spawnSync('docker', ['run', ...options, 'tandem/web:local', '-c', loop], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

function report(lines: string[][]): void {
  const refused = lines.filter(([, verdict]) => verdict === 'refused');
  const original = refused.find(([name]) => name === 'original');
  if (original) throw new Error(`The original configuration is refused: ${original[2] ?? ''}`);
  for (const [name, , message] of refused) console.log(`${nginx[Number(name)]?.id ?? ''}\n    ${message ?? ''}`);
  console.log(
    `${nginx.length} mutants, ${refused.length} refused (${Math.round((refused.length / nginx.length) * 100)} %).`,
  );
  if (refused.length > nginx.length * mostRefused) process.exitCode = 1;
}
