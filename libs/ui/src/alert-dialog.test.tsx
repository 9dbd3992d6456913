import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { AlertDialog, Button } from './index';

function Example({ onConfirm = () => undefined }: { onConfirm?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <AlertDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Delete</Button>}
      title="Delete this note?"
      confirm="Delete note"
      onConfirm={onConfirm}
    >
      It will be gone.
    </AlertDialog>
  );
}

it('starts on the way out, and leaves by Escape to the button that opened it', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  render(<Example onConfirm={onConfirm} />);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('alertdialog', { name: 'Delete this note?' })).toHaveAccessibleDescription(
    'It will be gone.',
  );
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  });
  await user.keyboard('{Escape}');
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Delete' })).toHaveFocus();
  });
  expect(onConfirm).not.toHaveBeenCalled();
});

it('does the deed by its name', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  render(<Example onConfirm={onConfirm} />);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete note' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});
