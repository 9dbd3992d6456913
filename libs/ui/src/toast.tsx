import { Toast } from '@base-ui/react/toast';

export const toastManager = Toast.createToastManager();

/** Shows a short message in a corner, for example that something was saved. Use ErrorNotice for errors. */
export function toast(title: string): void {
  toastManager.add({ title });
}

const UNDO = 'undo';

/** Shows that something was removed, with a button that restores it. */
export function undoToast(title: string, undo: () => void): void {
  toastManager.add({
    id: UNDO,
    title,
    timeout: 10_000,
    actionProps: {
      children: 'Undo',
      onClick: () => {
        closeUndo();
        undo();
      },
    },
  });
}

export function closeUndo(): void {
  toastManager.close(UNDO);
}

export function closeToasts(): void {
  toastManager.close();
}
