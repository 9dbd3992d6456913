import { OneOffContainer } from '../support/one-off-container.ts';
import { deployment, expect, RESOLVER_TIMEOUT_MS, row, test } from './fault-stack.ts';

// Without `resolve`, Nginx resolves an upstream name once, at start, and returns 502 when the address changes.
row('other-address', { needs: ['engine'] }, () => {
  test('a recreated API container with another address is found', async ({ send, stack }) => {
    expect((await send(deployment.api.open)).status).toBe(200);
    const old = await stack.address('api');
    await stack.remove('api');

    const others: OneOffContainer[] = [];
    try {
      // Docker assigns addresses in order, so after a few containers the old address is taken.
      do others.push(await OneOffContainer.start(stack, 'migrate', { program: 'sleep', arguments: ['infinity'] }));
      while ((await others.at(-1)?.address()) !== old);

      await stack.start('api');
      expect(await stack.address('api')).not.toBe(old);
      await expect
        .poll(async () => (await send(deployment.api.open)).status, { timeout: RESOLVER_TIMEOUT_MS })
        .toBe(200);
    } finally {
      for (const other of others) await other.remove();
    }
  });
});
