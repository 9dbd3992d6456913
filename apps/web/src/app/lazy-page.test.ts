import { expect, it, vi } from 'vitest';
import { whenOnline } from './lazy-page';

const missing = new TypeError('Failed to fetch dynamically imported module: /assets/a.js');
const load = () => whenOnline(() => Promise.reject(missing));

it('passes a missing file to the router, which reloads for a new release', async () => {
  await expect(load()).rejects.toBe(missing);
});

it('reports a network error while the device is offline', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await expect(load()).rejects.toMatchObject({ kind: 'offline' });
});
