/** Waits for the next message to the other tabs of this browser. */
export function nextAnnouncement(): Promise<unknown> {
  const otherTab = new BroadcastChannel('session');
  return new Promise((resolve) => {
    otherTab.onmessage = ({ data }: MessageEvent<unknown>) => {
      otherTab.close();
      resolve(data);
    };
  });
}
