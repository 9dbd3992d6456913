const KEY = 'reloaded-for';

/**
 * Reloads the page when a file of its release is missing, because a new release has replaced it. It reloads once per
 * missing file, so that a file that the new release lacks too ends in an error and not in a loop.
 *
 * @returns a function that removes the event listener
 */
export function recoverFromNewRelease(
  reload: () => void = () => {
    location.reload();
  },
): () => void {
  const onMissing = (event: VitePreloadErrorEvent) => {
    const missing = event.payload.message;
    // While offline the file may still exist, and a reload would lose the page.
    if (!navigator.onLine) return;
    try {
      if (sessionStorage.getItem(KEY) === missing) return;
      sessionStorage.setItem(KEY, missing);
    } catch {
      // Without storage a reload could end in a loop.
      return;
    }
    reload();
  };
  addEventListener('vite:preloadError', onMissing);
  return () => {
    removeEventListener('vite:preloadError', onMissing);
  };
}
