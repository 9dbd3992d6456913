import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button, ErrorState, Form, Pagination, SelectField, toast, UiProvider } from './index';

it('tells what happened, what to do and the request id of an error', async () => {
  const onRetry = vi.fn();
  render(<ErrorState title="It broke" detail="Try again." requestId="abc" onRetry={onRetry} />);
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent('It broke');
  expect(alert).toHaveTextContent('Try again.');
  expect(alert).toHaveTextContent('Request id abc');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it('names no request where there was none', () => {
  render(<ErrorState title="Offline" detail="Check." requestId={null} />);
  expect(screen.getByRole('alert')).not.toHaveTextContent('Request id');
});

it.each([
  [1, 3, ['Next']],
  [2, 3, ['Previous', 'Next']],
  [3, 3, ['Previous']],
  [1, 1, []],
])('links page %i of %i to its neighbours', (page, pageCount, links) => {
  render(
    <Pagination
      label="Pages"
      page={page}
      pageCount={pageCount}
      renderLink={(to, text) => <a href={`?page=${String(to)}`}>{text}</a>}
    />,
  );
  expect(screen.queryAllByRole('link').map((link) => link.textContent)).toEqual(links);
});

it('names a choice by its label alone', () => {
  render(<SelectField label="Sort" options={[{ value: 'a', label: 'Title' }]} onValueChange={() => undefined} />);
  expect(screen.getByLabelText('Sort')).toBeVisible();
  expect(screen.queryByLabelText('Title')).toBeNull();
});

it('says in a toast what was done', async () => {
  render(<UiProvider>Page</UiProvider>);
  toast('Note saved');
  expect(await screen.findByText('Note saved')).toBeVisible();
});

it('no longer says that something was done when a form is sent again', async () => {
  render(
    <UiProvider>
      <Form onSubmit={vi.fn()}>
        <Button type="submit">Save</Button>
      </Form>
    </UiProvider>,
  );
  toast('Note saved');
  expect(await screen.findByText('Note saved')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(screen.queryByText('Note saved')).toBeNull();
  });
});
