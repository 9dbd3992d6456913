import './styles.css';
import { configureApi } from '@app/api-client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { recoverFromNewRelease } from './app/recover-from-new-release';
import { applyTheme, readTheme } from './app/theme';

configureApi({ csrfCookie: `${import.meta.env.APP_NAME}-csrf` });
applyTheme(readTheme());
recoverFromNewRelease();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
