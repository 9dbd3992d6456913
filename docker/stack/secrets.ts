/** Creates the missing secrets of the stack; existing ones stay. Usage: node docker/stack/secrets.ts [FOLDER] */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? join(import.meta.dirname, '.secrets');

// Only the owner can enter the folder. The files are readable for all, because the containers run as other users.
mkdirSync(folder, { recursive: true, mode: 0o700 });
for (const name of ['secret_key', 'database_password']) {
  const path = join(folder, name);
  if (existsSync(path)) continue;
  // 64 characters; Django requires 50. `wx` fails instead of overwriting a file that a parallel run has just created.
  writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o444, flag: 'wx' });
  console.log(`Created ${path}`);
}
