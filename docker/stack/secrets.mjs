// @ts-check
/** Makes the secrets that this machine's stack needs, once; what is there already is left alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where they are: beside the compose file that mounts them, ignored by git. */
export const secretsFolder = fileURLToPath(new URL('.secrets/', import.meta.url));

/**
 * @param {string} [folder]
 * @returns {string[]} the names of those that were missing and have been made
 */
export function makeSecrets(folder = secretsFolder) {
  // Only the owner may enter the folder. The file inside is readable for all, since the container's user is another one.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return ['secret_key', 'database_password'].filter((name) => {
    const path = join(folder, name);
    if (existsSync(path)) return false;
    // 64 characters; Django's own check asks for 50. `wx`: two runs at once must not write over each other.
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o444, flag: 'wx' });
    return true;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of makeSecrets()) console.log(`made docker/stack/.secrets/${name}`);
}
