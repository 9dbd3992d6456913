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
      This can’t be undone.
    </AlertDialog>
  );
}

it('focuses Cancel, and returns the focus when it is closed with Escape', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  render(<Example onConfirm={onConfirm} />);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByRole('alertdialog', { name: 'Delete this note?' })).toHaveAccessibleDescription(
    'This can’t be undone.',
  );
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
  });
  await user.keyboard('{Escape}');
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Delete' })).toHaveFocus();
  });
  expect(onConfirm).not.toHaveBeenCalled();
});

it('calls onConfirm when the action is confirmed', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  render(<Example onConfirm={onConfirm} />);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete note' }));
  expect(onConfirm).toHaveBeenCalledTimes(1);
});
