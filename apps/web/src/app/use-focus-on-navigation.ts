import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Moves the focus to the heading after a navigation to another page, so that screen readers announce the page and Tab
 * continues from there. A change of search parameters keeps the focus, and so does a page that stays, for example the
 * form of a new resource when it is saved.
 */
export function useFocusOnNavigation(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (fromLocation === undefined || fromLocation.pathname === toLocation.pathname) return;
        if ((document.activeElement?.closest('main > *') ?? null) === null) focusHeading();
      }),
    [router],
  );
}

/** Moves the focus to the heading when the focused element of the page is removed, for example a button after its action. */
export function useFocusRecovery(): void {
  useEffect(() => {
    const main = document.querySelector('main');
    if (main === null) return;
    let focused: EventTarget | null = null;
    const onFocusIn = ({ target }: FocusEvent) => {
      focused = target;
    };
    const onFocusOut = () => {
      // Removed elements lose the focus too, in some browsers with this event. Others were left by the user.
      queueMicrotask(() => {
        if (focused instanceof Element && focused.isConnected && focused !== document.activeElement) focused = null;
      });
    };
    const observer = new MutationObserver(() => {
      if (!(focused instanceof Element) || focused.isConnected || document.activeElement !== document.body) return;
      focused = null;
      focusHeading();
    });
    main.addEventListener('focusin', onFocusIn);
    main.addEventListener('focusout', onFocusOut);
    observer.observe(main, { childList: true, subtree: true });
    return () => {
      main.removeEventListener('focusin', onFocusIn);
      main.removeEventListener('focusout', onFocusOut);
      observer.disconnect();
    };
  }, []);
}

function focusHeading(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
