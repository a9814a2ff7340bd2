/* A slider over the plan: a sweep of it is one step of undo, from the first touch to the last. */

import { useEffect, useRef } from "react";
import { useServices } from "../services.ts";
import { RangeInput, type RangeProps } from "./RangeInput.tsx";

export function Slider(props: RangeProps) {
  const { session } = useServices();
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // React's onChange is the input event; the end of a sweep is the browser's own change event.
    const node = slider.current;
    const end = (): void => session.endGesture();
    node?.addEventListener("change", end);
    return () => node?.removeEventListener("change", end);
  }, [session]);

  const beginGesture = (): void => session.beginGesture();
  const endGesture = (): void => session.endGesture();
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
