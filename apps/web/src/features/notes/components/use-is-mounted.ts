import { type RefObject, useEffect, useRef } from 'react';

/** Whether the component is still on the page, for what happens after an answer. */
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
