import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button } from './button';

it('does nothing while it is busy, and keeps its name and its focus', async () => {
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
  // A natively disabled button would lose the focus.
  expect(button).not.toHaveAttribute('disabled');
  expect(button).toHaveAttribute('aria-busy', 'true');
});

it('sends no form unless it says so', () => {
  render(<Button>Delete</Button>);
  expect(screen.getByRole('button')).toHaveAttribute('type', 'button');
});
