import { UiProvider } from '@app/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createQueryClient } from './query-client';
import { type AppRouter, createAppRouter } from './router';
import { createSessionWatch } from './session-watch';

export function App() {
  const [{ queryClient, router, watch }] = useState(createServices);
  useEffect(() => watch.start(queryClient, router), [queryClient, router, watch]);
  return (
    <UiProvider appTitle={import.meta.env.APP_TITLE}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  );
}

function createServices() {
  const watch = createSessionWatch();
  const queryClient = createQueryClient(watch.onError);
  const router = createAppRouter(queryClient);
  // Load the code of the first page while the session is requested. The router reports errors when it needs the page.
  const matches: { routeId: keyof AppRouter['routesById'] }[] = router.matchRoutes(router.latestLocation);
  for (const { routeId } of matches) router.loadRouteChunk(router.routesById[routeId])?.catch(() => undefined);
  return { queryClient, router, watch };
}
