// @ts-check
/** The plugin that nx.json names: with a shared cache, Nx asks it through the gateway. Without one, nothing happens. */

const SERVER = 'NX_SELF_HOSTED_REMOTE_CACHE_SERVER';
const TOKEN = 'NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN';
/** Nx's client obeys these, Node's does not. */
const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);

/** @type {Map<string, Promise<{address: string}>>} by what they stand before; Nx's daemon lives through many runs */
const gateways = new Map();

export const name = 'shared-cache';

/** Nx calls this before the tasks of a run, opens its cache afterwards, and takes what is set here for the run's own. */
export async function preTasksExecution() {
  const server = process.env[SERVER];
  if (!server) return;
  // A plugin in a process of its own is ended before the tasks are, and the gateway with it.
  if ('NX_PLUGIN_WORKER' in globalThis) return;
  if (PROXIES.some((variable) => process.env[variable])) {
    say('Nx asks through your HTTP proxy, without a gateway: a fault of either fails the run.');
    return;
  }
  process.env[SERVER] = await gatewayFor(server, process.env[TOKEN]);
}

/**
 * @param {string} server
 * @param {string | undefined} token
 * @returns {Promise<string>} the address of a gateway
 */
async function gatewayFor(server, token) {
  // The daemon may still have the address that the run before was given.
  for (const running of gateways.values()) if ((await running).address === server) return server;
  const key = `${server} ${token}`;
  let gateway = gateways.get(key);
  if (gateway === undefined) {
    const upstream = { address: server.replace(/\/+$/, ''), authorization: token ? `Bearer ${token}` : undefined };
    // Every Nx command loads this file, and few of them need more.
    gateway = import('./gateway.mjs').then(({ startGateway }) => startGateway(upstream, say));
    gateways.set(key, gateway);
  }
  return (await gateway).address;
}

/** @param {string} sentence */
function say(sentence) {
  console.error(`shared cache: ${sentence}`);
}
