const KEY = 'reloaded-for';

/**
 * A page that was opened before a new release asks for files that are gone. Loading it again brings the new one: once for
 * each missing file, so that a file that is really missing ends in an error and not in a loop.
 *
 * @returns stops watching
 */
export function recoverFromNewRelease(
  reload: () => void = () => {
    location.reload();
  },
): () => void {
  const onMissing = (event: VitePreloadErrorEvent) => {
    const missing = event.payload.message;
    // Without a network nothing is known of a release, and a reload would lose the page.
    if (!navigator.onLine) return;
    if (sessionStorage.getItem(KEY) === missing) return;
    sessionStorage.setItem(KEY, missing);
    reload();
  };
  addEventListener('vite:preloadError', onMissing);
  return () => {
    removeEventListener('vite:preloadError', onMissing);
  };
}
