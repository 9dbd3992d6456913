// @ts-check
/**
 * `npm run release`: the next version by what the commits since the last one say, its changelog, one commit and one tag;
 * or nothing. It pushes nothing. `npm run release -- minor` names the step, `-- --dry-run` only shows it.
 */
import { command } from './command.mjs';
import { Trouble } from './host/trouble.mjs';
import { nx } from './nx.mjs';
import { assertReady } from './release/ready.mjs';
import { mark, marksSince, undo } from './release/undo.mjs';
import { nxArguments } from './release/words.mjs';

await command('release', async (host) => {
  const words = nxArguments(process.argv.slice(2));
  const before = await mark(host);
  if (before.tags.length === 0) words.push('--first-release');
  // The daemon would go on with the versions that it has read.
  const release = () => nx(host, ['release', ...words, '--skip-publish'], { NX_DAEMON: 'false' });
  if (words.includes('--dry-run')) return release();

  await assertReady(host);
  const code = await release();
  const { tags, isCommitted } = await marksSince(host, before);
  if (code === 0 && isCommitted && tags.length === 1) {
    host.say(`\n${tags[0]} is committed and tagged here, and nowhere else.`);
    host.say(`Push both or none: git push --atomic origin HEAD ${tags[0]}`);
    return 0;
  }
  await undo(host, before);
  if (code !== 0) {
    throw new Trouble('Nx could not make the release, and everything is as it was.', 'The reason stands above.');
  }
  throw new Trouble(
    `Nothing to release since ${before.tags.at(-1) ?? 'the beginning'}: no feature, fix or breaking change was committed.`,
    'Name the step to release all the same: npm run release -- patch',
  );
});
