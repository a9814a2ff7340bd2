/* Remembers how the photo lies on the stage. Zooming and panning are not part of the document and are never undone. */

import { createStore } from "zustand/vanilla";
import type { Point2 } from "../core/geometry/vector.ts";
import type { PhotoId } from "../core/head/view.ts";
import { type Box, type Size, type Viewport, atHome, fitted, limited, panned, zoomedAbout } from "./viewport.ts";

export type Framing = {
  readonly stage: Size;
  readonly photo: Size;
  /** How many times the picture worker can halve the photo, plus one. */
  readonly levels: number;
  readonly viewport: Viewport;
  /** The head in the photo, where it was when the photo was opened. */
  readonly head: Box | null;
  /**
   * What stays in view when the window changes: where the photo was
   * first seen, the whole photo, or where a hand has put it.
   */
  readonly held: "home" | "whole" | "hand";
};

/** A photo that is laid on the stage; `id` tells it from others. */
export type Framed = Size & { readonly id: PhotoId; readonly levels: number };

const one: Size = { width: 1, height: 1 };

export function createViewfinder() {
  const store = createStore<Framing>()(() => ({
    stage: one,
    photo: one,
    levels: 1,
    viewport: { scale: 1, x: 0, y: 0 },
    head: null,
    held: "home",
  }));

  const places = new Map<PhotoId, Viewport>();
  let shown: PhotoId | null = null;

  function move(next: (framing: Framing) => Viewport): void {
    const framing = store.getState();
    store.setState({ viewport: next(framing), held: "hand" });
  }

  function fit(): void {
    const { stage, photo } = store.getState();
    store.setState({ viewport: fitted(stage, photo), held: "whole" });
  }

  return {
    store,
    fit,
    /** Another photo is on the stage: where a hand has put it before, else where it is first seen. */
    frame: ({ id, width, height, levels }: Framed, head: Box | null): void => {
      const { stage, viewport, held } = store.getState();
      if (shown !== null && held === "hand") places.set(shown, viewport);
      else if (shown !== null) places.delete(shown);
      shown = id;
      const photo = { width, height };
      const place = places.get(id);
      const seen = place ? limited(place, stage, photo) : atHome(stage, photo, head);
      store.setState({ photo, levels, head, viewport: seen, held: place ? "hand" : "home" });
    },
    /** Another head: nothing of where its photos lay is remembered. */
    forget: (): void => {
      places.clear();
      shown = null;
    },
    /** The head was found elsewhere than was thought; a photo that a hand has moved stays. */
    aim: (head: Box): void => {
      const { stage, photo, held } = store.getState();
      store.setState(held === "home" ? { head, viewport: atHome(stage, photo, head) } : { head });
    },
    /** The stage has another size; what was in its middle stays there. */
    resize: (stage: Size): void => {
      const { stage: old, photo, viewport, head, held } = store.getState();
      const x = viewport.x + (stage.width - old.width) / 2;
      const y = viewport.y + (stage.height - old.height) / 2;
      const places = {
        home: () => atHome(stage, photo, head),
        whole: () => fitted(stage, photo),
        hand: () => limited({ ...viewport, x, y }, stage, photo),
      };
      store.setState({ stage, viewport: places[held]() });
    },
    /** About the middle of the stage, if no point is given. */
    zoom: (factor: number, about?: Point2): void => {
      move(({ viewport, stage, photo }) =>
        zoomedAbout(viewport, about ?? { x: stage.width / 2, y: stage.height / 2 }, factor, stage, photo),
      );
    },
    /** To a scale, CSS px to a photo pixel, about the middle of the head, or of the stage where there is none. */
    zoomTo: (scale: number): void => {
      move(({ viewport, stage, photo, head }) => {
        const middle = { x: stage.width / 2, y: stage.height / 2 };
        const factor = scale / viewport.scale;
        if (!head) return zoomedAbout(viewport, middle, factor, stage, photo);
        const x = middle.x - scale * (head.left + head.width / 2);
        const y = middle.y - scale * (head.top + head.height / 2);
        return limited({ scale, x, y }, stage, photo);
      });
    },
    pan: (dx: number, dy: number): void => {
      move(({ viewport, stage, photo }) => panned(viewport, dx, dy, stage, photo));
    },
  };
}

export type Viewfinder = ReturnType<typeof createViewfinder>;
