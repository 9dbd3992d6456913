import { useRef } from 'react';

/**
 * Wraps an action so that calls are ignored until the promise of an earlier call has settled. A rejection is ignored: the
 * caller shows the error from the state of the mutation.
 */
export function useSingleRun<Arguments extends unknown[]>(
  action: ((...args: Arguments) => unknown) | undefined,
): (...args: Arguments) => void {
  const isRunning = useRef(false);
  return (...args) => {
    if (isRunning.current) return;
    const result = action?.(...args);
    if (!(result instanceof Promise)) return;
    isRunning.current = true;
    const finish = () => {
      isRunning.current = false;
    };
    result.then(finish, finish);
  };
}
