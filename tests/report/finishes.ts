/* Finishes painted on plain skin, seen straight on from near, with what the blind detector finds of each and what its
   numbers ask for. */
import { type Fade, STRAYS_AT, sides } from "../../src/core/hairline/finish.ts";
import { type Hairline, hairlineOfShape } from "../../src/core/hairline/hairline.ts";
import { type Surface, surfaceOf } from "../../src/core/head/surface.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import { type View, plainView } from "../../src/core/head/view.ts";
import { headPoint } from "../../src/core/head/walk.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { renderPicture } from "../../src/core/picture/picture.ts";
import type { Millimetres } from "../../src/core/units.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";
import { askedOf } from "./asked.ts";
import { courseOf } from "./course.ts";
import { type Look, frontIn } from "./front.ts";
import type { Box } from "./planes.ts";

const [WIDTH, HEIGHT] = [760, 420];
const LINE: Millimetres = 65;
const camera = { width: WIDTH, height: HEIGHT, focal: 4000 };
/** The middle of the line, as far as the head turns little away. */
const box: Box = { x: 130, y: 20, width: 500, height: 380 };

/** Straight onto the middle of the line. */
function view(): View {
  const mid = headPoint(maleVault, LINE, 0);
  let seen = plainView("front-bowed", camera, { yaw: 0, pitch: -42, roll: 0, x: 0, y: 0, z: 640 }, "known");
  for (let round = 0; round < 20; round++) {
    const { x, y } = surfaceOf(maleVault, seen).toImage(mid);
    const { pose } = seen;
    const [dx, dy] = [(x - WIDTH / 2) * (pose.z / camera.focal), (y - HEIGHT / 2) * (pose.z / camera.focal)];
    seen = { ...seen, pose: { ...pose, x: pose.x - dx, y: pose.y - dy } };
  }
  return seen;
}

/** Pixels to a millimetre of the line's middle. */
function scaleOf(surface: Surface): number {
  const [a, b] = [headPoint(maleVault, LINE, -10), headPoint(maleVault, LINE, 10)].map((d) => surface.toImage(d));
  return Math.hypot(a.x - b.x, a.y - b.y) / 20;
}

function plainSkin(): PixelBuffer {
  const skin = pixelBuffer(WIDTH, HEIGHT);
  for (let i = 0; i < skin.data.length; i += 4) skin.data.set([200, 158, 136, 255], i);
  return skin;
}

/** One seed's picture of a finish, measured: what its numbers ask for and what is found. */
export type Seen = { readonly asked: Look; readonly found: Look; readonly picture: PixelBuffer };

/** Paints lines with these fades in front, on one head. */
export function finishPainter(): (front: Fade, seed: number) => Seen {
  const [near, bare] = [view(), plainSkin()];
  const surface = surfaceOf(maleVault, near);
  const perMm = scaleOf(surface);
  return (front, seed) => {
    // The straight shape's line has no bends of its own within the box.
    const hairline: Hairline = hairlineOfShape(maleVault, "straight", "scalp", LINE, { front, sides: sides.soft });
    const plan = { ...usualPlan(), hairline, density: STRAYS_AT };
    const scene = sceneOf({ ...newDocument(near, plan), seed });
    const { picture } = renderPicture(bare, scene, headFolliclesOf(scene.document));
    const course = courseOf(maleVault, hairline, surface, perMm, box);
    return { asked: askedOf(front, course, seed), found: frontIn(picture, bare, perMm, box), picture };
  };
}

/** The mean of each measure. */
export const meanLook = (looks: readonly Look[]): Look => {
  const mean = (of: keyof Look): number => looks.reduce((sum, look) => sum + look[of], 0) / looks.length;
  return {
    width: mean("width"),
    irregularity: mean("irregularity"),
    strays: mean("strays"),
    lineContrast: mean("lineContrast"),
  };
};

/** How far what is found is off what is asked, as a share of that; 0 where none was asked and none found. */
export const offAsked = ({ asked, found }: Pick<Seen, "asked" | "found">): Look => {
  const off = (of: keyof Look): number => (found[of] === asked[of] ? 0 : Math.abs(found[of] - asked[of]) / asked[of]);
  return {
    width: off("width"),
    irregularity: off("irregularity"),
    strays: off("strays"),
    lineContrast: off("lineContrast"),
  };
};
