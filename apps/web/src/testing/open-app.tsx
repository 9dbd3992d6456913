import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../app/app';

/** Opens the app at an address, as a browser would, and answers with somebody to use it. */
export function openApp(path: string) {
  history.replaceState(null, '', path);
  render(<App />);
  return userEvent.setup();
}
