/* The ghost of the open photo, as large as the screen. */

import type { Point2 } from "../../core/geometry/vector.ts";
import { surfaceOf } from "../../core/head/surface.ts";
import { scalpEnds } from "../../core/head/scalp-extent.ts";
import type { Vault } from "../../core/head/vault.ts";
import { type PhotoId, type View, isGuess } from "../../core/head/view.ts";
import type { PixelBuffer } from "../../core/photo/pixel-buffer.ts";
import { wireOf } from "../../core/head/wire.ts";
import { headOf } from "../../core/plan/scene.ts";
import { photoHere } from "../../store/session.ts";
import { saying } from "../../words/words.ts";
import type { Services } from "../services.ts";
import { during } from "../task.ts";
import type { Ghost, Size } from "./ghost.ts";

/** Hands over the ghost of the photo that is looked at, and which photo that is. */
export async function makeGhost(
  { session, pool }: Services,
  show: (ghost: Ghost, photo: PhotoId) => void,
): Promise<void> {
  const { scene } = session.store.getState();
  const photo = photoHere(session.store.getState());
  if (!photo || !scene) return;
  const { id } = photo;
  const side = Math.ceil(Math.max(window.innerWidth, window.innerHeight) * window.devicePixelRatio);
  await during(session, { doing: saying("busy.ghost"), broken: "draw", photo: id }, async ({ until, signal }) => {
    const { pixels } = await until(() => pool.host().ask("small", { photo: id, side }, { signal }));
    show(ghostOf(headOf(scene), photo, pixels), id);
  });
}

function ghostOf({ vault, view }: ReturnType<typeof headOf>, { width, height }: Size, pixels: PixelBuffer): Ghost {
  const picture = document.createElement("canvas");
  picture.width = pixels.width;
  picture.height = pixels.height;
  picture.getContext("2d")?.putImageData(new ImageData(pixels.data, pixels.width, pixels.height), 0, 0);
  // A guess would lead astray.
  const told = !isGuess(view) && !view.patch;
  return { picture, photo: { width, height }, line: told ? skullLine(vault, view) : null };
}

/** The outline where the photo shows one: along the scalp, not across the face. */
function skullLine(vault: Vault, view: View): readonly Point2[] {
  const surface = surfaceOf(vault, view);
  const { outline } = wireOf(vault, view);
  const ring = outline.map((point, i) => ({ point, scalp: scalpEnds(surface, (360 * i) / outline.length) }));
  const gap = ring.findLastIndex(({ scalp }) => !scalp);
  // As seen from above: all around the head.
  if (gap < 0) return [...outline, outline[0]];
  return [...ring.slice(gap), ...ring.slice(0, gap)].filter(({ scalp }) => scalp).map(({ point }) => point);
}
