import { Notice, Stop } from '@app/ui';
import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** A notice while the device is offline. The live region is always rendered, because screen readers announce changes only. */
export function OfflineBanner() {
  const online = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  );
  return (
    <div role="status">
      {!online && (
        <Stop bare className="pb-8">
          <Notice tone="caution" role="none">
            <strong className="font-semibold">You are offline.</strong> Your changes are kept in this browser. Save them
            when you are online again.
          </Notice>
        </Stop>
      )}
    </div>
  );
}
