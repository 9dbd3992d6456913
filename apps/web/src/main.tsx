import './styles.css';
import { ApiError, configureApi } from '@app/api-client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { reportErrors } from './app/error-reporting';
import { recoverFromNewRelease } from './app/recover-from-new-release';
import { applyTheme, readTheme } from './app/theme';

configureApi({ csrfCookie: `${import.meta.env.APP_NAME}-csrf` });
applyTheme(readTheme());
recoverFromNewRelease();
void reportErrors();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root, { onCaughtError }).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

/** Reports an error for which the router shows its own page, unless it came from the API. */
function onCaughtError(error: unknown): void {
  if (error instanceof ApiError) console.error(error);
  else reportError(error);
}
