import { UiProvider } from '@app/ui';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { renderToStaticMarkup } from 'react-dom/server';
import { Header } from './app/header';
import { FRAME } from './app/shell';
import { Welcome } from './app/welcome-page';

/** Renders what a browser shows before it has loaded the app: the header, and the content of the start page. */
export async function prerender(): Promise<string> {
  const routeTree = createRootRoute({ component: FirstPaint });
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  await router.load();
  return renderToStaticMarkup(
    <UiProvider appTitle={import.meta.env.APP_TITLE}>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>,
  );
}

function FirstPaint() {
  return (
    <div className={FRAME}>
      <Header />
      <main className="grow">
        <Welcome />
      </main>
    </div>
  );
}
