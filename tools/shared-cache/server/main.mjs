// @ts-check
/** The server as a program: `node tools/shared-cache/server/main.mjs`, with nothing but Node. docs/shared-cache.md */
import { cacheServer } from './server.mjs';
import { BadSetting, settingsFrom } from './settings.mjs';
import { Store } from './store.mjs';

/** @import { AddressInfo } from 'node:net' */

const HOUR = 3_600_000;
/** What is being sent may take so long after a signal; less than the ten seconds that Docker waits. */
const GRACE_MS = 8_000;

try {
  const settings = settingsFrom(process.env);
  const store = new Store(settings.folder, settings);
  await store.start();
  setInterval(() => void store.evict().catch((error) => console.error(`eviction failed: ${error}`)), HOUR).unref();

  const server = cacheServer({ ...settings, store, log: (line) => console.log(line) });
  server.on('error', (error) => stop(`cannot listen: ${error.message}`));
  server.listen(settings.port, settings.host, () => {
    const { address, port } = /** @type {AddressInfo} */ (server.address());
    console.log(`listening on ${address}:${port}`);
  });

  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
    process.once(signal, () => {
      server.close(() => console.log('stopped'));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    });
  }
} catch (error) {
  stop(error instanceof BadSetting ? error.message : `cannot start: ${/** @type {Error} */ (error).message}`);
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(`✗ ${sentence}`);
  process.exit(1);
}
