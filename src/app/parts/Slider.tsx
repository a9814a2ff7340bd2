/* A slider over the plan: a sweep of it is one step of undo, from the first touch to the last. */

import { useEffect, useRef } from "react";
import { useServices } from "../services.ts";
import { RangeInput, type RangeProps } from "./RangeInput.tsx";

export function Slider(props: RangeProps) {
  const { session } = useServices();
  const slider = useRef<HTMLInputElement>(null);
  /** Ends the sweep that this slider began. */
  const end = useRef<() => void>(null);
  useEffect(() => {
    // React's onChange is the input event; the end of a sweep is the browser's own change event.
    const node = slider.current;
    const changed = (): void => end.current?.();
    node?.addEventListener("change", changed);
    return () => node?.removeEventListener("change", changed);
  }, []);

  const beginGesture = (): void => {
    end.current = session.beginGesture();
  };
  const endGesture = (): void => end.current?.();
  return (
    <RangeInput
      {...props}
      input={slider}
      onPointerDown={beginGesture}
      onPointerUp={endGesture}
      onPointerCancel={endGesture}
      onKeyDown={beginGesture}
      onKeyUp={endGesture}
      onBlur={endGesture}
    />
  );
}
