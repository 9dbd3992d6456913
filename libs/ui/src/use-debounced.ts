import { useEffect, useRef } from 'react';

/** Calls `action` with the last value, `pauseMs` milliseconds after the last call. Unmounting cancels it. */
export function useDebounced<Value>(action: (value: Value) => void, pauseMs: number): (value: Value) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    [],
  );
  return (value) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      latest.current(value);
    }, pauseMs);
  };
}
