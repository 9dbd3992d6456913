import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';

/** Puts a shell script in front of the real `docker` for one test. Its arguments are in `$*`. Returns its folder. */
export function fakeDocker(context: TestContext, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'fake-docker-'));
  writeFileSync(join(folder, 'docker'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'docker'), 0o755);
  const { PATH = '' } = process.env;
  process.env['PATH'] = [folder, PATH].join(delimiter);
  context.after(() => {
    process.env['PATH'] = PATH;
    rmSync(folder, { recursive: true });
  });
  return folder;
}
