/** Messages between the tabs of this browser. They are hints: a tab asks the server who is signed in. */
let channel: BroadcastChannel | undefined;

export type SessionChange = 'changed' | 'signed-out';

/** Tells the other tabs that the session has changed. */
export function announce(change: SessionChange): void {
  channel?.postMessage(change);
}

/** @returns a function that stops listening */
export function onAnnouncement(listener: (change: SessionChange) => void): () => void {
  channel = new BroadcastChannel('session');
  channel.onmessage = ({ data }: MessageEvent<SessionChange>) => {
    listener(data);
  };
  return () => {
    channel?.close();
    channel = undefined;
  };
}
