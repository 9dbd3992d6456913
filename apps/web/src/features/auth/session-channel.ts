/** Messages between the tabs of this browser. They are hints: a tab asks the server who is signed in. */
const channel = import.meta.env.SSR ? null : new BroadcastChannel('session');

export type SessionChange = 'signed-in' | 'signed-out';

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
