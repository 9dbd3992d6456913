import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button, ErrorState, Form, ListToolbar, Pagination, toast, Toasts, UiProvider } from './index';

it('shows an error with its request id and a button to retry', async () => {
  const onRetry = vi.fn();
  render(<ErrorState title="It broke" detail="Try again." requestId="abc" onRetry={onRetry} />);
  const alert = screen.getByRole('alert');
  expect(alert).toHaveTextContent('It broke');
  expect(alert).toHaveTextContent('Try again.');
  expect(alert).toHaveTextContent('Reference for support abc');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

it('shows no reference without a request id', () => {
  render(<ErrorState title="Offline" detail="Check." requestId={null} />);
  expect(screen.getByRole('alert')).not.toHaveTextContent('Reference');
});

it.each([
  [1, true, ['Next']],
  [2, true, ['Previous', 'Next']],
  [3, false, ['Previous']],
  [1, false, []],
])('links page %i, which has a next page: %s, to the pages beside it', (page, hasNext, links) => {
  render(
    <Pagination
      label="Pages"
      page={page}
      hasNext={hasNext}
      position="Page"
      renderLink={(to, text) => <a href={`?page=${String(to)}`}>{text}</a>}
    />,
  );
  expect(screen.queryAllByRole('link').map((link) => link.textContent)).toEqual(links);
});

it('sorts a list with a select that is named by its label only', async () => {
  const onChange = vi.fn();
  const sorts = [
    { value: 'new', label: 'Newest' },
    { value: 'old', label: 'Oldest' },
  ];
  render(<ListToolbar label="Search" search="" maxSearchLength={9} sort="new" sorts={sorts} onChange={onChange} />);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sort' }), 'Oldest');
  expect(onChange).toHaveBeenCalledWith({ sort: 'old' });
});

it('shows a toast that was sent before the chunk of toasts had loaded', async () => {
  toast('Note saved');
  render(<Toasts />);
  expect(await screen.findByText('Note saved')).toBeVisible();
  // Base UI hides it from screen readers.
  expect(screen.getByRole('button', { name: 'Dismiss' })).toBeVisible();
});

it('closes toasts when a form is submitted', async () => {
  render(
    <UiProvider appTitle="App">
      <Form onSubmit={vi.fn()}>
        <Button type="submit">Save</Button>
      </Form>
      <Toasts />
    </UiProvider>,
  );
  toast('Note saved');
  expect(await screen.findByText('Note saved')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => {
    expect(screen.queryByText('Note saved')).toBeNull();
  });
});
