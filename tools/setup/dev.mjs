// @ts-check
/** `npm run dev`: both halves with reload and without a container, at one address. */
import { openBrowser } from './browser/open.mjs';
import { command } from './command.mjs';
import { devPlan, devPorts } from './dev/plan.mjs';
import { runUntilStopped } from './dev/servers.mjs';
import { lastLine } from './host/run.mjs';
import { Trouble } from './host/trouble.mjs';
import { isFree } from './stack/address.mjs';
import { waitUntilServed } from './stack/health.mjs';

const VARIABLES = { web: 'TANDEM_DEV_PORT', api: 'TANDEM_API_PORT' };

await command('dev', async (host) => {
  const ports = devPorts(host);
  for (const name of /** @type {const} */ (['web', 'api'])) {
    if (await isFree(ports[name], '127.0.0.1')) continue;
    throw new Trouble(
      `Port ${ports[name]} is taken by another program.`,
      `Stop it, or choose another: ${VARIABLES[name]}=${ports[name] + 1} npm run dev`,
    );
  }
  const { url, mail, migrate, servers } = devPlan(host, ports);
  for (const { program, args, cwd, env } of migrate) {
    const ran = await host.run(program, args, { cwd, env });
    if (ran.code !== 0)
      throw new Trouble(
        `manage.py ${args[1]} failed: ${lastLine(ran)}`,
        'The database is .tandem/dev.sqlite3; delete it to start anew.',
      );
  }

  const stop = new AbortController();
  // A terminal that is closed says SIGHUP, and takes no further line.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop.abort());
  process.stdout.on('error', () => stop.abort());
  const running = runUntilStopped(servers, host.say, stop.signal);
  try {
    // Django first: Vite writes an error for every question that it can't pass on.
    const isServed = waitUntilServed(`http://127.0.0.1:${ports.api}`, stop.signal).then(() =>
      waitUntilServed(url, stop.signal),
    );
    if (await Promise.race([isServed, running.then(() => false)])) {
      host.say(`\nTandem is ready: ${url}   (stop it with Ctrl-C)\nMail that it sends: ${mail}\n`);
      await openBrowser(host, url);
    }
    const fallen = await running;
    if (fallen !== undefined) throw new Trouble(`The ${fallen} server ended.`, 'Its last lines above say why.');
    return 0;
  } finally {
    stop.abort();
    await running;
  }
});
