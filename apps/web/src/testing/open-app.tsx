import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../app/app';

/** Renders the app at an address and returns a simulated user. */
export function openApp(path: string) {
  history.replaceState(null, '', path);
  render(<App />);
  return userEvent.setup();
}
