// @ts-check
import { edit } from './edit.mjs';

/** @import { Tree } from '@nx/devkit' */
/** @import { Answers } from '../record.mjs' */

const STACK = 'docker/stack/compose.yaml';

/**
 * With PostgreSQL, the stack's tasks take the compose file that adds it. Nothing else differs: the image can do both.
 *
 * @param {Tree} tree
 * @param {Answers} answers
 */
export function database(tree, { database }) {
  if (database === 'sqlite') return;
  const both = `-f ${STACK} -f docker/stack/compose.postgres.yaml`;
  edit(tree, 'docker/stack/project.json', new RegExp(`-f ${STACK} (up|down|logs)`, 'g'), `${both} $1`);
  edit(tree, 'docker/stack/project.json', /^ *"docker compose -f docker\/stack\/compose\.yaml config --quiet",\n/m, '');
  edit(tree, 'docs/guides/add-a-second-python-service.md', `-f ${STACK} up`, `${both} up`);
  edit(tree, 'docs/deployment.md', '`sqlite:////data/tandem.sqlite3`  ', '`postgres://tandem@db/tandem`     ');
  edit(
    tree,
    'docs/deployment.md',
    /Without another word, the data are a SQLite file [^]*?\n\n```sh\n[^]*?```/,
    POSTGRES,
  );
}

const POSTGRES = `The stack runs PostgreSQL in a container of its own, which nothing but Django can reach
(\`docker/stack/compose.postgres.yaml\`); \`npx nx secrets stack\` makes its password. With a server elsewhere, set
\`DATABASE_URL\` and leave that file out; the network \`back\` has no way out, so Django then needs a network of its own.`;
