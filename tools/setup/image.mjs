// @ts-check
/**
 * What the graph's image tasks run: `image.mjs build web` makes one image, `image.mjs push` hands both to the registry.
 * Both are told by Nx which task they are, so by hand they are `npx nx run web:docker-build` and `npx nx run stack:push`.
 */
import { thisHost } from './host/host.mjs';
import { endWith, Trouble } from './host/trouble.mjs';
import { buildImage } from './images/own/build.mjs';
import { pushImages } from './images/own/push.mjs';

const [action, name = ''] = process.argv.slice(2);
try {
  if (action === 'build') await buildImage(thisHost(), name);
  else if (action === 'push') await pushImages(thisHost());
  else throw new Trouble('There is nothing to do.', 'Say `build web`, `build api` or `push`.');
} catch (error) {
  endWith(error);
}
