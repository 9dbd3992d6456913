import { act, screen, waitFor } from '@testing-library/react';
import { http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { fakeApi } from '../testing/fake-api';
import { openApp } from '../testing/open-app';
import { problem, REQUEST_ID } from '../testing/problem';
import { server } from '../testing/server';

describe('the app', () => {
  it('says that a page does not exist', async () => {
    fakeApi();
    openApp('/user/john.doe');
    expect(await screen.findByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
    await waitFor(() => {
      expect(document.title).toBe('Page not found · Tandem');
    });
  });

  it('moves the focus to the heading of the page that one goes to, and names it in the title', async () => {
    fakeApi();
    const user = openApp('/notes');
    await screen.findByText('Nothing written yet');
    await user.click(screen.getByRole('link', { name: 'New note' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'New note' });
    await waitFor(() => {
      expect(heading).toHaveFocus();
    });
    expect(document.title).toBe('New note · Tandem');
  });

  it('shows the request id when a page cannot be shown, and shows the page when asked again', async () => {
    // React and the router report what the boundary caught.
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(console, 'warn').mockReturnValue();
    fakeApi();
    server.use(
      http.get('/api/auth/browser/v1/auth/session', () => problem(500, 'It broke.'), { once: true }),
      http.get('/api/auth/browser/v1/auth/session', () => problem(500, 'It broke.'), { once: true }),
    );
    const user = openApp('/notes');
    const alert = await screen.findByRole('heading', { level: 1, name: 'The server could not answer' });
    expect(alert).toBeVisible();
    expect(screen.getByText(REQUEST_ID)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing written yet')).toBeVisible();
  });

  it('says when the device is offline, and when it no longer is', async () => {
    fakeApi();
    openApp('/notes');
    await screen.findByText('Nothing written yet');
    act(() => {
      dispatchEvent(new Event('offline'));
    });
    expect(screen.getByText('You are offline.')).toBeVisible();
    act(() => {
      dispatchEvent(new Event('online'));
    });
    expect(screen.queryByText('You are offline.')).toBeNull();
  });

  it('keeps the appearance that was chosen', async () => {
    fakeApi();
    const user = openApp('/notes');
    await user.click(await screen.findByLabelText('Dark'));
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(localStorage.getItem('theme')).toBe('dark');
    await user.click(screen.getByLabelText('Auto'));
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});
