import { fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { FormEvent } from 'react';
import { expect, it, vi } from 'vitest';
import { Button } from './button';

it('ignores clicks while it is busy, and keeps its name and focus', async () => {
  const user = userEvent.setup();
  const onClick = vi.fn();
  const view = render(<Button onClick={onClick}>Save</Button>);
  const button = screen.getByRole('button', { name: 'Save' });
  await user.click(button);
  view.rerender(
    <Button busy onClick={onClick}>
      Save
    </Button>,
  );
  await user.click(button);
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(button).toHaveFocus();
  // The native attribute would remove the focus.
  expect(button).not.toHaveAttribute('disabled');
  expect(button).toHaveAttribute('aria-busy', 'true');
});

it('acts once on a double click, also in a form', async () => {
  const user = userEvent.setup();
  const onClick = vi.fn();
  const onSubmit = vi.fn((event: FormEvent) => {
    event.preventDefault();
  });
  render(
    <form onSubmit={onSubmit}>
      <Button onClick={onClick}>Delete</Button>
      <Button type="submit">Save</Button>
    </form>,
  );
  await user.dblClick(screen.getByRole('button', { name: 'Delete' }));
  await user.dblClick(screen.getByRole('button', { name: 'Save' }));
  expect(onClick).toHaveBeenCalledTimes(1);
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

it('ignores clicks until the promise of the first one has settled', () => {
  const onClick = vi.fn(() => new Promise(() => undefined));
  render(<Button onClick={onClick}>Save</Button>);
  fireEvent.click(screen.getByRole('button'));
  fireEvent.click(screen.getByRole('button'));
  expect(onClick).toHaveBeenCalledTimes(1);
});

it('does not submit a form by default', () => {
  render(<Button>Delete</Button>);
  expect(screen.getByRole('button')).toHaveAttribute('type', 'button');
});
