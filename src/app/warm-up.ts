/* Has a picture worker grow its follicles before anyone waits for them: they are
   the same for every photo and take seconds, a photo takes a fraction of one. The
   worker knows no such question, so it is given a tiny black photo to draw on. */

import { newDocument } from "../core/plan/document.ts";
import { sceneOf } from "../core/plan/scene.ts";
import { USUAL_LENS } from "../core/head/camera.ts";
import { UNNAMED_PHOTO } from "../core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../core/photo/pixel-buffer.ts";
import type { PictureHost } from "../workers/host.ts";
import { startView } from "./opening/start-view.ts";

const SIDE = 32;

export async function warmUp(host: PictureHost): Promise<void> {
  const black = (): PixelBuffer => pixelBuffer(SIDE, SIDE);
  await host.open({ photo: UNNAMED_PHOTO, pixels: black() }, async () => black());
  const scene = sceneOf(newDocument(startView(SIDE, SIDE, USUAL_LENS)));
  await host
    .draw({
      scene,
      frame: { level: 0, left: 0, top: 0, width: SIDE, height: SIDE },
      dots: true,
      have: null,
      still: true,
    })
    .then((drawn) => drawn?.patch?.bitmap.close());
}
