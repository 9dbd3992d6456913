import { Notice, Stop } from '@app/ui';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** Says that the device has no network, for as long as it has none. The region is always there, so that it is read out. */
export function OfflineBanner() {
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status">
      {!online && (
        <Stop bare className="pb-8">
          <Notice tone="caution" role="none">
            <strong className="font-semibold">You are offline.</strong> Keep writing: drafts stay in this tab, and you
            can save when you are back.
          </Notice>
        </Stop>
      )}
    </div>
  );
}
