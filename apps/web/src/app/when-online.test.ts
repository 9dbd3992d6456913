import { expect, it, vi } from 'vitest';
import { whenOnline } from './when-online';

const missing = new TypeError('Failed to fetch dynamically imported module: /assets/a.js');

it('leaves a missing file to the router, which reloads for a new release', async () => {
  await expect(whenOnline(() => Promise.reject(missing))()).rejects.toBe(missing);
});

it('says that the device is offline when it is', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expect(whenOnline(() => Promise.reject(missing))()).rejects.toMatchObject({ kind: 'offline' });
});
