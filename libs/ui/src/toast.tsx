import { Toast } from '@base-ui/react/toast';

export const toastManager = Toast.createToastManager();

let resolveMounted: () => void;
/** Base UI drops what it is told before `Toasts` is on the page, for example while its chunk loads. */
const mounted = new Promise<void>((resolve) => {
  resolveMounted = resolve;
});

/** `Toasts` calls this when it is on the page. */
export function showToasts(): void {
  resolveMounted();
}

/** Shows a short message in a corner, for example that something was saved. Use ErrorNotice for errors. */
export function toast(title: string): void {
  void mounted.then(() => toastManager.add({ title }));
}

const UNDO = 'undo';

/** Shows that something was removed, with a button that restores it. */
export function undoToast(title: string, undo: () => void): void {
  const onClick = () => {
    closeUndo();
    undo();
  };
  const actionProps = { children: 'Undo', onClick };
  void mounted.then(() => toastManager.add({ id: UNDO, title, timeout: 10_000, actionProps }));
}

export function closeUndo(): void {
  void mounted.then(() => {
    toastManager.close(UNDO);
  });
}

export function closeToasts(): void {
  void mounted.then(() => {
    toastManager.close();
  });
}
