import { UiProvider } from '@app/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { createQueryClient } from './query-client';
import { createAppRouter } from './router';
import { createSessionWatch } from './session-watch';

/** The product. Its parts are made once a page, and live as long as it. */
export function App() {
  const [{ queryClient, router }] = useState(createParts);
  return (
    <UiProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  );
}

function createParts() {
  const watch = createSessionWatch();
  const queryClient = createQueryClient(watch.onError);
  const router = createAppRouter(queryClient);
  watch.start(queryClient, router);
  return { queryClient, router };
}
