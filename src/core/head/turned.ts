/* The same head in the same photo turned by a quarter: all that lies on the photo goes with it. */

import type { Point2 } from "../geometry/vector.ts";
import type { QuarterTurn } from "../photo/turned-file.ts";
import { OUTLINE_RAYS, type View } from "./view.ts";

/** The view of the photo turned, under the turned photo's name; head, outline and marks lie where they lay on it. */
export function turnedView(view: View, turn: QuarterTurn, photo: View["photo"]): View {
  const { camera, pose, ruler, patch } = view;
  const { width, height, focal } = camera;
  const isRight = turn === "right";
  const moved = ({ x, y }: Point2): Point2 => (isRight ? { x: height - y, y: x } : { x: y, y: width - x });
  const ends = (line: NonNullable<View["ruler"]>) => ({ from: moved(line.from), to: moved(line.to) });
  const quarter = OUTLINE_RAYS / 4;
  const from = isRight ? OUTLINE_RAYS - quarter : quarter;
  const roll = pose.roll + (isRight ? 90 : -90);
  return {
    ...view,
    photo,
    person: null,
    camera: { width: height, height: width, focal },
    pose: {
      ...pose,
      roll: roll - 360 * Math.round(roll / 360),
      x: isRight ? -pose.y : pose.y,
      y: isRight ? pose.x : -pose.x,
    },
    outline: view.outline.map((_, i) => view.outline[(i + from) % OUTLINE_RAYS]),
    ruler: ruler && ends(ruler),
    cuts: view.cuts.map((cut) => cut.map(moved)),
    hair: view.hair && view.hair.map((stroke) => ({ ...stroke, points: stroke.points.map(moved) })),
    patch: patch && { ...patch, ends: ends(patch.ends), area: patch.area.map(moved) },
    skinAt: view.skinAt && moved(view.skinAt),
    neutralAt: view.neutralAt && moved(view.neutralAt),
  };
}
