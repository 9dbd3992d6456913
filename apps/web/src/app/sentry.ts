import { captureException, dedupeIntegration, globalHandlersIntegration, init, type ErrorEvent } from '@sentry/browser';

/** Reports errors to Sentry from now on, and those that happened before. */
export function startSentry(dsn: string, earlier: readonly unknown[]): void {
  init({
    dsn,
    release: document.querySelector<HTMLMetaElement>('meta[name=build]')?.content,
    // The others record what the user clicks, types, logs and requests.
    defaultIntegrations: false,
    integrations: [globalHandlersIntegration(), dedupeIntegration()],
    // Sentry would add the user's address.
    dataCollection: { userInfo: false },
    sendClientReports: false,
    beforeSend: withPath,
  });
  for (const error of earlier) captureException(error);
}

/** Adds the page's address without its query, which may contain a secret. */
function withPath(event: ErrorEvent): ErrorEvent {
  return { ...event, request: { url: location.origin + location.pathname } };
}
