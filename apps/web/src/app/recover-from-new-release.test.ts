import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recoverFromNewRelease } from './recover-from-new-release';

const reload = vi.fn();
let stop: () => void;

beforeEach(() => {
  reload.mockReset();
  stop = recoverFromNewRelease(reload);
});

afterEach(() => {
  stop();
});

function miss(file: string) {
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: new Error(`Missing ${file}`) }));
}

it('reloads once per missing file', () => {
  miss('/assets/notes-a.js');
  miss('/assets/notes-a.js');
  expect(reload).toHaveBeenCalledTimes(1);
  miss('/assets/notes-b.js');
  expect(reload).toHaveBeenCalledTimes(2);
});

it('does not reload while the device is offline', () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  miss('/assets/notes-a.js');
  expect(reload).not.toHaveBeenCalled();
});
