/* The camera over the whole window: the live picture with the ghost of an old photo on it, and the shutter; then the still, to be used or
   taken again. The browser's own dialog keeps the focus and closes with Escape. */

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { fileStamp, takeStill } from "../../intake/camera.ts";
import { said, words } from "../../words/words.ts";
import { cameraSaying, mayPass } from "../messages.ts";
import { FaultButtons, LiveButtons, StillButtons } from "./CameraButtons.tsx";
import { CameraPicture, type Still } from "./CameraPicture.tsx";
import type { Ghost, Size } from "./ghost.ts";
import { StrengthSlider } from "./StrengthSlider.tsx";
import { useCamera } from "./use-camera.ts";

type Props = {
  /** What is being done: "Retake the left side". */
  readonly title: string;
  /** The old photo whose pose is to be matched; null for none. */
  readonly ghost: Ghost | null;
  /** A photo was taken, or chosen where there is no camera. The dialog closes next. */
  readonly onUse: (file: File) => void;
  /** The dialog has closed, whichever way. The camera goes off with this component. */
  readonly onClose: () => void;
};

/** A stream that is on the screen, at the size that its picture has. */
type Seen = { readonly stream: MediaStream; readonly video: HTMLVideoElement; readonly size: Size };

function hintFor(phase: "starting" | "live" | "still" | "fault", ghost: Ghost | null): string | null {
  if (phase === "fault") return null;
  if (phase === "still") return ghost && words("camera.hint.still");
  return words(ghost ? "camera.hint.ghost" : "camera.hint.live");
}

export function CameraDialog({ title, ghost, onUse, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { camera, start, startAgain, fail } = useCamera();
  const [seen, setSeen] = useState<Seen | null>(null);
  const [still, setStill] = useState<Still | null>(null);
  const [strength, setStrength] = useState(0.5);
  const id = useId();

  const stream = camera.phase === "live" ? camera.stream : null;
  const live = seen && seen.stream === stream ? seen : null;
  const phase = still ? "still" : camera.phase === "live" && !live ? "starting" : camera.phase;

  useEffect(() => {
    if (dialog.current?.open !== false) return;
    dialog.current.showModal();
    // Not Cancel, which Space would press while the camera starts.
    dialog.current.focus();
  }, []);
  useEffect(() => () => void (still && URL.revokeObjectURL(still.url)), [still]);

  const close = (): void => dialog.current?.close();
  const use = (file: File): void => {
    onUse(file);
    close();
  };
  const shoot = async (): Promise<void> => {
    if (phase !== "live" || !live) return;
    const { video, size } = live;
    const when = new Date();
    const taken = await takeStill(video, when, words("camera.fileName", { when: fileStamp(when) }));
    if (!dialog.current?.open) return;
    if (taken.ok) setStill({ file: taken.value, url: URL.createObjectURL(taken.value), size });
    else fail(taken.reason);
  };
  const onFrame = (video: HTMLVideoElement): void => {
    const { videoWidth: width, videoHeight: height } = video;
    if (stream && width > 0) setSeen({ stream, video, size: { width, height } });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== " " && event.key !== "Enter") return;
    // A key that is held down would use the picture that it has just taken.
    if (event.repeat) return event.preventDefault();
    const { target } = event;
    if (target instanceof HTMLButtonElement || (target instanceof HTMLInputElement && target.type === "file")) return;
    event.preventDefault();
    void shoot();
  };

  const other = camera.phase === "live" ? camera.other : null;
  const hint = hintFor(phase, ghost);
  return (
    <dialog ref={dialog} className="camera" tabIndex={-1} aria-labelledby={id} onClose={onClose} onKeyDown={onKeyDown}>
      <div className="camera-stage">
        {(stream ?? still) && (
          <CameraPicture
            {...{ stream, still, ghost, strength }}
            frame={live?.size ?? null}
            mirrored={camera.phase === "live" && camera.mirrored}
            onFrame={onFrame}
          />
        )}
        <div className="camera-words" role="status">
          {phase === "starting" && words("camera.waiting")}
          {phase === "fault" && camera.phase === "fault" && said(cameraSaying(camera.fault))}
        </div>
      </div>
      <div className="camera-rail">
        <header>
          <h2 id={id}>{title}</h2>
          {hint && <p>{hint}</p>}
        </header>
        {ghost && phase !== "fault" && <StrengthSlider strength={strength} onChange={setStrength} />}
        {still ? (
          <StillButtons onUse={() => use(still.file)} onAgain={() => setStill(null)} onCancel={close} />
        ) : camera.phase === "fault" ? (
          <FaultButtons onFile={use} onRetry={mayPass(camera.fault) ? startAgain : null} onCancel={close} />
        ) : (
          <LiveButtons
            ready={phase === "live"}
            onShoot={() => void shoot()}
            onSwitch={other && (() => start(other))}
            onCancel={close}
          />
        )}
      </div>
    </dialog>
  );
}
