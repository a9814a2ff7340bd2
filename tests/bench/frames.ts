/* From a finger on the built app to the painted frame: when nothing is waited for any more, and when a picture has been
   painted. */

import type { Page } from "playwright";

/** Nothing is waited for, and the number of dots has stood still for a moment. */
export async function settled(page: Page): Promise<void> {
  for (let calm = 0, last = ""; calm < 6;) {
    await page.waitForTimeout(100);
    const [busy, dots] = await Promise.all([
      page.locator("p[role=status]").getAttribute("data-busy"),
      page.locator("output[aria-label=Dots]").textContent(),
    ]);
    calm = busy !== "true" && dots === last ? calm + 1 : 0;
    last = dots ?? "";
  }
}

/** In the page: notes how long after the last move of the pointer a new picture has been painted on the stage. */
export function watchFrames(): void {
  const times: number[] = [];
  let moved = 0;
  document.addEventListener("pointermove", (event) => (moved = event.timeStamp), { capture: true });
  const painted = new MessageChannel();
  painted.port1.onmessage = ({ data }) => times.push(performance.now() - data);
  const known = new WeakSet<object>();
  const stage = CanvasRenderingContext2D.prototype;
  const drawImage: (...all: never[]) => void = Reflect.get(stage, "drawImage");
  const watched = new Proxy(drawImage, {
    apply(draw, context: CanvasRenderingContext2D, all: readonly object[]) {
      const [picture] = all;
      // The stage, not a small picture beside it.
      if (picture instanceof ImageBitmap && context.canvas.width > 600 && !known.has(picture)) {
        known.add(picture);
        // The message comes when the frame that is being drawn has been painted.
        if (moved > 0) painted.port2.postMessage(moved);
        moved = 0;
      }
      return Reflect.apply(draw, context, all);
    },
  });
  Reflect.set(stage, "drawImage", watched);
  Object.assign(globalThis, { fingerTimes: times });
}
