/* A loupe over the photo: one photo pixel on one pixel of the screen, under the mouse, or in the middle of the photo
   for a finger, which moves the photo beneath it. */

import { type RefObject, useEffect, useRef } from "react";
import type { Point2 } from "../../core/geometry/vector.ts";
import { pixelRatio } from "../../editor/use-pictures.ts";
import { toPhoto } from "../../editor/viewport.ts";
import { photoHere } from "../../store/session.ts";
import { useServices } from "../services.ts";
import { watchLoupe } from "./watch-loupe.ts";

/** Breadth, CSS px. */
const WIDE = 220;

export function Loupe({ area }: { readonly area: RefObject<HTMLElement | null> }) {
  const services = useServices();
  const glass = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const node = area.current;
    const canvas = glass.current;
    if (!node || !canvas) return;
    const { session, viewfinder } = services;
    const size = Math.round(WIDE * pixelRatio());
    let mouse: Point2 | null = null;
    const place = (): Point2 => mouse ?? { x: node.clientWidth / 2, y: node.clientHeight / 2 };

    const loupe = watchLoupe(services, size, (picture) => {
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("2d")?.drawImage(picture, 0, 0);
      picture.close();
    });
    const look = (): void => {
      const at = place();
      // Beside the mouse, so that the place itself stays in sight.
      const aside = mouse ? WIDE / 2 + 26 : 0;
      const left = at.x + aside + WIDE / 2 > node.clientWidth ? at.x - aside : at.x + aside;
      canvas.style.translate = `${left - WIDE / 2}px ${at.y - WIDE / 2}px`;
      if (photoHere(session.store.getState())) loupe.look(toPhoto(viewfinder.store.getState().viewport, at));
    };
    const stop = new AbortController();
    node.addEventListener(
      "pointermove",
      (event) => {
        if (event.pointerType !== "mouse") return;
        const box = node.getBoundingClientRect();
        mouse = { x: event.clientX - box.left, y: event.clientY - box.top };
        look();
      },
      { signal: stop.signal },
    );
    const stops = [
      viewfinder.store.subscribe(look),
      session.store.subscribe((now, past) => now.scene !== past.scene && look()),
    ];
    look();
    return () => {
      stop.abort();
      for (const end of stops) end();
      loupe.stop();
    };
  }, [area, services]);

  return (
    <canvas
      ref={glass}
      className="loupe"
      width={1}
      height={1}
      style={{ width: WIDE, height: WIDE }}
      aria-hidden="true"
    />
  );
}
