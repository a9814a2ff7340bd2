/* The camera's frame, as large as there is room: the live picture or the still, and the ghost on it. A mirrored picture
   mirrors its ghost too; the still is shown as it will be opened. */

import { type CSSProperties, useEffect, useRef } from "react";
import { words } from "../../words/words.ts";
import type { Ghost, Size } from "./ghost.ts";
import { GhostLayer } from "./GhostLayer.tsx";

export type Still = { readonly file: File; readonly url: string; readonly size: Size };

type Props = {
  readonly stream: MediaStream | null;
  readonly mirrored: boolean;
  readonly still: Still | null;
  readonly ghost: Ghost | null;
  readonly strength: number;
  /** The size of the live picture; null until it is known. */
  readonly frame: Size | null;
  /** The live picture has come, or has another size. */
  readonly onFrame: (video: HTMLVideoElement) => void;
};

export function CameraPicture({ stream, mirrored, still, ghost, strength, frame, onFrame }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);

  const size = still?.size ?? frame;
  return (
    <div
      className="camera-frame"
      data-mirrored={mirrored && !still}
      style={size ? ({ "--ratio": size.width / size.height } as CSSProperties) : undefined}
    >
      <video
        ref={video}
        aria-label={words("camera.live")}
        autoPlay
        playsInline
        muted
        // What a browser calls the first data of a camera is a black frame; once it plays there is a picture to take.
        onPlaying={(event) => onFrame(event.currentTarget)}
        // A phone that is turned over turns its picture.
        onResize={({ currentTarget: video }) => {
          if (frame) onFrame(video);
        }}
      />
      {still && <img src={still.url} alt={words("camera.still")} />}
      {ghost && size && <GhostLayer ghost={ghost} frame={size} strength={strength} />}
    </div>
  );
}
