/* Ties the picture loop to the stores: whenever the scene, the
   viewport or "before" changes, it says what is wanted now. */

import { type RefObject, useEffect } from "react";
import { type SessionStore, photoHere } from "../store/session.ts";
import { baseFrame, detailFrame } from "./frames.ts";
import type { PhotoSheets } from "./PhotoLayer.tsx";
import { type Draw, createPictureLoop } from "./picture-loop.ts";
import type { Viewfinder } from "./viewfinder.ts";

export type PictureDoors = {
  /** A new function for each photo: it asks the worker that holds this photo. */
  readonly draw: Draw;
  readonly onCount: (dots: number) => void;
  readonly onSlow: (slow: boolean) => void;
  readonly onFailure: (reason: unknown) => void;
};

/** Konva draws no finer than this, to spare memory. */
export const pixelRatio = (): number => Math.min(2, globalThis.devicePixelRatio || 1);

export function usePictures(
  session: SessionStore,
  viewfinder: Viewfinder,
  sheets: RefObject<PhotoSheets | null>,
  { draw, onCount, onSlow, onFailure }: PictureDoors,
): void {
  useEffect(() => {
    const loop = createPictureLoop({
      draw,
      show: (slot, drawn) => sheets.current?.show(slot, drawn),
      behind: (behind) => sheets.current?.setBusy(behind),
      count: onCount,
      slow: onSlow,
      fail: onFailure,
    });
    const want = (): void => {
      const { scene, before } = session.store.getState();
      const { stage, photo, levels, viewport, held } = viewfinder.store.getState();
      // A photo that is still to be opened again leaves the stage empty.
      if (!scene || stage.width <= 1 || !photoHere(session.store.getState())) return;
      const dpr = pixelRatio();
      const detail = held === "whole" ? null : detailFrame(viewport, stage, photo, dpr, levels);
      loop.want({ scene, base: baseFrame(stage, photo, dpr, levels), detail, before });
    };
    const stops = [
      viewfinder.store.subscribe(want),
      session.store.subscribe((now, past) => {
        const opened = photoHere(now) !== null && photoHere(past) === null;
        if (opened || now.scene !== past.scene || now.before !== past.before) want();
      }),
    ];
    want();
    return () => {
      for (const stop of stops) stop();
      loop.stop();
    };
  }, [session, viewfinder, sheets, draw, onCount, onSlow, onFailure]);
}
