import { type RefObject, useEffect, useRef } from 'react';

/** A ref that tells whether the component is still mounted, for code that runs after a response. */
export function useIsMounted(): RefObject<boolean> {
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  return mounted;
}
