/** Messages between the tabs of this browser. They are hints: a tab asks the server who is signed in. */
// Node, which prerenders the start page, has channels too. An open one would keep the process running.
const channel = typeof document === 'undefined' ? null : new BroadcastChannel('session');

export type SessionChange = 'changed' | 'signed-out';

/** Tells the other tabs that the session has changed. */
export function announce(change: SessionChange): void {
  channel?.postMessage(change);
}

/** @returns a function that removes the listener */
export function onAnnouncement(listener: (change: SessionChange) => void): () => void {
  const onMessage = ({ data }: MessageEvent<SessionChange>) => {
    listener(data);
  };
  channel?.addEventListener('message', onMessage);
  return () => {
    channel?.removeEventListener('message', onMessage);
  };
}
