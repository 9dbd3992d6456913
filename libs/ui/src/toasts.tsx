import { Toast } from '@base-ui/react/toast';
import { useEffect } from 'react';
import { showToasts, toastManager } from './toast';

/** Shows the messages of `toast`. A separate module, so that pages without messages do not load Base UI. */
export function Toasts() {
  useEffect(showToasts, []);
  return (
    <Toast.Provider toastManager={toastManager} limit={1}>
      <Toast.Portal>
        <Toast.Viewport className="fixed print:hidden inset-x-4 bottom-4 z-10 flex flex-col items-center gap-2 sm:inset-x-auto sm:right-6 sm:bottom-6 sm:items-end">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((item) => (
    <Toast.Root
      key={item.id}
      toast={item}
      className="rounded-md border border-transparent bg-ink text-paper shadow-raised transition data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-3 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-center gap-2 py-1 pr-1 pl-5">
        <Toast.Title className="text-sm font-semibold" />
        <Toast.Action className="min-h-11 cursor-pointer rounded-sm px-3 text-sm font-semibold underline decoration-2 underline-offset-4 focus-visible:outline-paper" />
        <Toast.Close
          aria-label="Dismiss"
          // Base UI hides it from screen readers until it is focused.
          aria-hidden={false}
          className="grid size-11 cursor-pointer place-items-center rounded-sm text-lg opacity-70 hover:opacity-100 focus-visible:outline-paper"
        >
          <span aria-hidden="true">×</span>
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
