import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Form, PasswordField } from './index';

it('shows and hides a password with a button that does not submit the form', async () => {
  const user = userEvent.setup();
  const onSubmit = vi.fn();
  render(
    <Form onSubmit={onSubmit}>
      <PasswordField autoComplete="current-password" username="mira@example.com" />
    </Form>,
  );
  const field = screen.getByLabelText('Password');
  await user.type(field, 'quiet otter');
  expect(field).toHaveAttribute('type', 'password');
  await user.tab();
  const show = screen.getByRole('button', { name: 'Show password', pressed: false });
  expect(show).toHaveFocus();
  await user.keyboard(' ');
  expect(field).toHaveAttribute('type', 'text');
  expect(field).toHaveValue('quiet otter');
  await user.click(screen.getByRole('button', { name: 'Show password', pressed: true }));
  expect(field).toHaveAttribute('type', 'password');
  expect(onSubmit).not.toHaveBeenCalled();
});
