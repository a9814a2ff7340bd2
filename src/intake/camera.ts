/* The device's camera: a live picture, and a still from it. The stream is shown on this page and goes nowhere else. */
import { err, ok, type Result } from "../core/result.ts";
import type { CameraFault } from "./camera-fault.ts";

/** Away from whoever holds the device, or towards them. */
export type Facing = "environment" | "user";

/**
 * Which camera is wanted: any, rather on that side; or another than
 * the one before, on that side if there is one, else the one named.
 */
export type CameraChoice =
  | { readonly facing: Facing; readonly instead: null }
  | { readonly facing: Facing | null; readonly instead: string };

export const rearCamera: CameraChoice = { facing: "environment", instead: null };

/**
 * More than most cameras have, so each gives the largest picture that
 * it can; 4096 a side is also what the canvas of an older iPhone holds.
 */
const LARGEST = { width: { ideal: 4096 }, height: { ideal: 4096 } } as const;

/**
 * Turns the camera on; the browser may ask the person first. It is off again when `signal` is aborted, also when it
 * would only come on later. Rejects with the signal's reason when aborted on the way.
 */
export async function startCamera(
  choice: CameraChoice,
  signal: AbortSignal,
): Promise<Result<MediaStream, CameraFault>> {
  if (!window.isSecureContext) return err({ kind: "insecure" });
  if (!("mediaDevices" in navigator)) return err({ kind: "unsupported" });
  let stream: MediaStream;
  try {
    stream = await asked(choice);
  } catch (reason) {
    signal.throwIfAborted();
    return err(faultOf(reason));
  }
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) stop();
  signal.throwIfAborted();
  signal.addEventListener("abort", stop, { once: true });
  return ok(stream);
}

async function asked({ facing, instead }: CameraChoice): Promise<MediaStream> {
  const open = (wish: MediaTrackConstraints): Promise<MediaStream> =>
    navigator.mediaDevices.getUserMedia({ video: { ...LARGEST, ...wish }, audio: false });
  if (instead === null) return open({ facingMode: { ideal: facing } });
  if (facing) {
    try {
      return await open({ facingMode: { exact: facing } });
    } catch (reason) {
      if (nameOf(reason) !== "OverconstrainedError") throw reason;
    }
  }
  return open({ deviceId: { exact: instead } });
}

/** OverconstrainedError is not a DOMException everywhere, so the name alone is looked at. */
const nameOf = (reason: unknown): string => (reason as { readonly name?: string } | null)?.name ?? "";

function faultOf(reason: unknown): CameraFault {
  switch (nameOf(reason)) {
    case "NotAllowedError":
    case "SecurityError":
      return { kind: "not-allowed" };
    case "NotFoundError":
    case "OverconstrainedError":
      return { kind: "no-camera" };
    default:
      return { kind: "in-use" };
  }
}

/** The side that the camera looks to; null where the browser does not know, as of most webcams. */
export function facingOf(stream: MediaStream): Facing | null {
  const { facingMode } = stream.getVideoTracks()[0]?.getSettings() ?? {};
  return facingMode === "user" || facingMode === "environment" ? facingMode : null;
}

/**
 * What to ask for to change cameras: the other side on a phone, the
 * next one on a desk. Null where there is one camera only.
 */
export async function otherCamera(stream: MediaStream): Promise<CameraChoice | null> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const ids = devices.filter(({ kind }) => kind === "videoinput").map(({ deviceId }) => deviceId);
  if (ids.length < 2) return null;
  const current = stream.getVideoTracks()[0]?.getSettings().deviceId ?? "";
  const instead = ids[(ids.indexOf(current) + 1) % ids.length];
  const facing = facingOf(stream);
  return { facing: facing && (facing === "user" ? "environment" : "user"), instead };
}

/** Of a JPEG, 0..1. */
const QUALITY = 0.95;

/**
 * The frame that `video` shows, as a JPEG at the camera's full size and never mirrored. A frame of the stream, not
 * ImageCapture.takePhoto: that one may see more to the sides than the live picture in which the pose was matched.
 * `name`: of the file.
 */
export async function takeStill(video: HTMLVideoElement, when: Date, name: string): Promise<Result<File, CameraFault>> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  // iPhones count the memory of canvases that are no longer used.
  canvas.width = 0;
  if (!jpeg) return err({ kind: "no-still" });
  return ok(new File([jpeg], name, { type: jpeg.type, lastModified: when.getTime() }));
}

/** "2026-11-21 14.05", by the clock on the wall: fit for a file's name. */
export function fileStamp(when: Date): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return `${day} ${two(when.getHours())}.${two(when.getMinutes())}`;
}
