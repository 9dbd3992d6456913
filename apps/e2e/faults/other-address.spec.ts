import { deployment } from '../contract/deployment.ts';
import { row } from '../contract/row.ts';
import { docker } from '../support/command.ts';
import { expect, RESOLVER_TIME, test } from './fault-stack.ts';

// The pinned-address 502: Nginx resolves a plain upstream name once, at its start, and then asks an address
// where nobody is. A new container often gets the old address, so somebody else takes it first.
row('other-address', { needs: ['engine'] }, () => {
  test("the API container re-created with another address is served within the resolver's time", async ({
    ask,
    stack,
  }) => {
    expect((await ask(deployment.api.open)).status).toBe(200);
    const old = await stack.address('api');
    await stack.remove('api');

    const squatters: string[] = [];
    const addressOf = '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}';
    try {
      do {
        const options = ['--detach', '--no-deps', '--entrypoint', 'sleep'];
        const id = (await stack.compose(['run', ...options, 'migrate', 'infinity'])).trim();
        squatters.push(id);
        // Addresses are handed out in order; a few containers are enough to reach the old one.
      } while ((await docker(['inspect', '--format', addressOf, squatters.at(-1) ?? ''])).trim() !== old);

      await stack.start('api');
      expect(await stack.address('api')).not.toBe(old);
      await expect.poll(async () => (await ask(deployment.api.open)).status, { timeout: RESOLVER_TIME }).toBe(200);
    } finally {
      await docker(['rm', '--force', ...squatters]);
    }
  });
});
