/** The deployment's settings, which the web image's entry point writes. */
const CONFIG = '/config.json';

/** Reports errors if the deployment has a DSN. Without one, Sentry's code is not loaded. */
export async function reportErrors(load = () => import('./sentry')): Promise<void> {
  const earlier: unknown[] = [];
  const keepError = ({ error }: ErrorEvent) => earlier.push(error);
  const keepReason = ({ reason }: PromiseRejectionEvent) => earlier.push(reason);
  addEventListener('error', keepError);
  addEventListener('unhandledrejection', keepReason);
  try {
    const { sentryDsn } = (await (await fetch(CONFIG)).json()) as { sentryDsn?: string };
    if (sentryDsn) (await load()).startSentry(sentryDsn, earlier);
  } catch {
    // The app works without reports.
  } finally {
    removeEventListener('error', keepError);
    removeEventListener('unhandledrejection', keepReason);
  }
}
