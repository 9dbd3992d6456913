import { ApiError } from '@app/api-client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { delay, http, HttpResponse } from 'msw';
import { expect, it, vi } from 'vitest';
import { fakeApi, PASSWORD, USER } from '../testing/fake-api';
import { openApp } from '../testing/open-app';
import { REQUEST_ID } from '../testing/problem';
import { server } from '../testing/server';
import { RouteError } from './route-error';

const { APP_TITLE } = import.meta.env;

it('shows a page for an unknown address', async () => {
  fakeApi();
  openApp('/user/john.doe');
  expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
  expect(document.title).toBe(`Page not found · ${APP_TITLE}`);
});

it('does not replace the prerendered start page while the session is requested', async () => {
  let placeholder: HTMLElement | null | undefined;
  server.use(
    http.get('/api/session', async () => {
      await delay(500);
      placeholder = screen.queryByText('Loading');
      return HttpResponse.json({ user: null });
    }),
  );
  openApp('/');
  await screen.findByRole('link', { name: 'Create account' });
  expect(placeholder).toBeNull();
});

it('removes the prerendered page when the app is shown', async () => {
  fakeApi({ signedIn: false });
  document.body.insertAdjacentHTML('beforeend', '<div id="first-paint"></div>');
  openApp('/');
  await screen.findByRole('link', { name: 'Create account' });
  expect(document.getElementById('first-paint')).toBeNull();
});

it('moves the focus to the heading after a navigation, and sets the title', async () => {
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in');
  await user.click(await screen.findByRole('link', { name: 'Create your account' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Create your account' });
  await waitFor(() => {
    expect(heading).toHaveFocus();
  });
  expect(document.title).toBe(`Create your account · ${APP_TITLE}`);
});

it('shows an error with the request id instead of a page that failed, and can show the page again', async () => {
  // React and the router log the error.
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
  let fails = true;
  const response = new Response(null, { status: 500, headers: { 'X-Request-ID': REQUEST_ID } });
  function Page() {
    if (fails) throw ApiError.fromResponse(response, null);
    return <h1>Shown</h1>;
  }
  const router = createRouter({ routeTree: createRootRoute({ component: Page, errorComponent: RouteError }) });
  render(
    <QueryClientProvider client={new QueryClient()}>
      {/* The type of the app's own router is registered. */}
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  expect(await screen.findByRole('heading', { level: 1, name: 'Something went wrong on our side' })).toBeVisible();
  expect(screen.getByText(REQUEST_ID)).toBeVisible();
  fails = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('heading', { name: 'Shown' })).toBeVisible();
});

it('says when the device is offline', async () => {
  fakeApi({ signedIn: false });
  openApp('/sign-in');
  await screen.findByLabelText('Email');
  act(() => {
    dispatchEvent(new Event('offline'));
  });
  expect(screen.getByText('You are offline.')).toBeVisible();
  act(() => {
    dispatchEvent(new Event('online'));
  });
  expect(screen.queryByText('You are offline.')).toBeNull();
});

it('shows no error that is wrong after the device is online again', async () => {
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in');
  await user.type(await screen.findByLabelText('Email'), USER.email);
  await user.type(screen.getByLabelText('Password'), PASSWORD);
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  server.use(http.post('/api/auth/*', () => HttpResponse.error()));
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('There was no connection');
  onLine.mockReturnValue(true);
  act(() => {
    dispatchEvent(new Event('online'));
  });
  expect(screen.queryByText(/You are offline/)).toBeNull();
});

it('works when the browser blocks the storage', async () => {
  const blocked = () => {
    throw new DOMException('Blocked', 'SecurityError');
  };
  vi.spyOn(globalThis, 'localStorage', 'get').mockImplementation(blocked);
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(blocked);
  fakeApi();
  const user = openApp('/nowhere');
  await user.click(await screen.findByLabelText('Dark'));
  expect(document.documentElement.dataset.theme).toBe('dark');
  await user.click(await screen.findByRole('button', { name: 'Sign out' }));
  expect(await screen.findByText('You are signed out.')).toBeVisible();
  // The cleanup after the test needs the storage.
  vi.restoreAllMocks();
});

it('applies and stores the theme', async () => {
  fakeApi({ signedIn: false });
  const user = openApp('/sign-in');
  await user.click(await screen.findByLabelText('Dark'));
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('theme')).toBe('dark');
  await user.click(screen.getByLabelText('Auto'));
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
