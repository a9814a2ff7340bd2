/* The camera as long as a component stands on the screen: off when it goes, and off before another comes on. */

import { useEffect, useState } from "react";
import { type CameraChoice, facingOf, otherCamera, rearCamera, startCamera } from "../../intake/camera.ts";
import type { CameraFault } from "../../intake/camera-fault.ts";

export type Camera =
  | { readonly phase: "starting" }
  | {
      readonly phase: "live";
      readonly stream: MediaStream;
      /** It looks at the person before the screen, who expects a mirror. */
      readonly mirrored: boolean;
      /** What to start for another camera; null where there is none. */
      readonly other: CameraChoice | null;
    }
  | { readonly phase: "fault"; readonly fault: CameraFault };

type Used = {
  readonly camera: Camera;
  readonly start: (choice: CameraChoice) => void;
  /** The same camera once more, after a fault. */
  readonly startAgain: () => void;
  readonly fail: (fault: CameraFault) => void;
};

export function useCamera(): Used {
  const [choice, setChoice] = useState(rearCamera);
  const [camera, setCamera] = useState<Camera>({ phase: "starting" });

  useEffect(() => {
    const stop = new AbortController();
    live(choice, stop.signal, () => setCamera({ phase: "fault", fault: { kind: "lost" } })).then(
      setCamera,
      (reason) => {
        if (!stop.signal.aborted) throw reason;
      },
    );
    return () => stop.abort();
  }, [choice]);

  const start = (next: CameraChoice): void => {
    setCamera({ phase: "starting" });
    setChoice({ ...next });
  };
  const fail = (fault: CameraFault): void => setCamera({ phase: "fault", fault });
  return { camera, start, startAgain: () => start(choice), fail };
}

async function live(choice: CameraChoice, signal: AbortSignal, onLost: () => void): Promise<Camera> {
  const started = await startCamera(choice, signal);
  if (!started.ok) return { phase: "fault", fault: started.reason };
  const stream = started.value;
  const other = await otherCamera(stream);
  signal.throwIfAborted();
  for (const track of stream.getTracks()) track.addEventListener("ended", onLost, { signal });
  return { phase: "live", stream, mirrored: facingOf(stream) === "user", other };
}
