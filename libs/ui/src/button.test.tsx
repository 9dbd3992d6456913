import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
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

it('does not submit a form by default', () => {
  render(<Button>Delete</Button>);
  expect(screen.getByRole('button')).toHaveAttribute('type', 'button');
});
