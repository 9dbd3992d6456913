// @ts-check
/** `npm start`: from whatever is here to the product at an address. */
import { openBrowser } from './browser/open.mjs';
import { command } from './command.mjs';
import { Trouble } from './host/trouble.mjs';
import { nx } from './nx.mjs';
import { addressOf, whoHolds } from './stack/address.mjs';
import { waitUntilServed } from './stack/health.mjs';

await command('start', async (host) => {
  const address = addressOf(host);
  const holder = await whoHolds(host, address);
  if (holder !== undefined) {
    throw new Trouble(
      `Port ${address.port} is taken by ${holder}.`,
      `Stop it, or choose another: APP_PORT=${address.port + 1} npm start`,
    );
  }
  const code = await nx(host, ['up', 'stack']);
  if (code !== 0)
    throw new Trouble(
      'The stack did not start.',
      'The reason stands above; `npx nx logs stack` shows what the containers said.',
    );
  await waitUntilServed(address.url);
  host.say(`\nTandem is ready: ${address.url}   (stop it with npx nx down stack)`);
  await openBrowser(host, address.url);
  return 0;
});
