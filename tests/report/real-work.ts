/* The calibration against real work: the colour that the usual plan gives skin beside the eleven places that were
   measured on photos, and beside the law that fits them; and what the blind detector sees of a patch that is as soft
   as those photos were. */

import { type Lab, labOf } from "../../src/core/colour/lab.ts";
import { type Light, lightOfRgb, rgbOfLight } from "../../src/core/colour/linear.ts";
import { plainView } from "../../src/core/head/view.ts";
import { type PixelBuffer, pixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { treatedSkin } from "../../src/core/pigment/match.ts";
import { renderPicture } from "../../src/core/picture/picture.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { type Plan, usualPlan } from "../../src/core/plan/plan.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";
import { type Colour, codeOf } from "../pictures/painted-patch.ts";
import { detected, recoloured } from "./detector.ts";
import { lightIn, smoothed } from "./planes.ts";

/** Bare skin, L* a* b*, and what the work beside it differs by. */
const PLACES: readonly (readonly [bare: readonly number[], differs: readonly number[]])[] = [
  [
    [77, 18, 22],
    [-9.6, -11, -5.1],
  ],
  [
    [59, 21, 30],
    [-8.7, -10.3, -5.8],
  ],
  [
    [64, 17, 25],
    [-7.4, -7.9, -9.8],
  ],
  [
    [58, 17, 20],
    [-8.1, -4.4, -5.2],
  ],
  [
    [58, 17, 20],
    [-10.6, -6.2, -6.4],
  ],
  [
    [78, 22, 27],
    [-7.4, -4.9, -8.7],
  ],
  [
    [78, 22, 27],
    [-10.5, -8.2, -5.2],
  ],
  [
    [73, 16, 25],
    [-3.5, -4.4, -9],
  ],
  [
    [58, 23, 22],
    [-11.8, -11.8, -8.3],
  ],
  [
    [50, 22, 20],
    [-8.7, -10.8, -6.2],
  ],
  [
    [48, 19, 29],
    [-4.4, -5.1, -4.5],
  ],
];

/** Linear light of a colour, white of D65 (IEC 61966-2-1). */
function lightOfLab([l, a, b]: readonly number[]): Light {
  const back = (t: number): number => (t > 6 / 29 ? t ** 3 : 3 * (6 / 29) ** 2 * (t - 4 / 29));
  const f = (l + 16) / 116;
  const [x, y, z] = [0.95047 * back(f + a / 500), back(f), 1.08883 * back(f - b / 200)];
  return [
    3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
    -0.969266 * x + 1.8760108 * y + 0.041556 * z,
    0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
  ];
}

/** The law of real work: green x e^-0.25; of ln(R/G) 27 % is lost, of ln(G/B) 16 %. */
function byLaw([red, green, blue]: Light): Light {
  const after = green * Math.exp(-0.25);
  return [after * (red / green) ** 0.73, after, after / (green / blue) ** 0.84];
}

const differences = (one: Lab, other: Lab): readonly number[] => [one.l - other.l, one.a - other.a, one.b - other.b];
/** Root of the mean square over all coordinates. */
const rms = (all: readonly (readonly number[])[]): number =>
  Math.sqrt(all.flat().reduce((sum, each) => sum + each * each, 0) / all.flat().length);

const labOfLightHere = (light: Light): Lab => labOf(rgbOfLight(light));

/** What the usual plan makes of a skin, by closed form. */
function treated(light: Light, plan: Plan = usualPlan()): Lab {
  const { density, dot, undertone, edition, shades } = plan;
  return labOf(treatedSkin(rgbOfLight(light), shades[2], { density, dot, undertone, edition }));
}

/** The error of the usual plan, and of the law itself, against the places measured. */
export function againstPlaces(): { readonly realWorkRms: number; readonly lawRms: number } {
  const errors = (work: (light: Light) => Lab) =>
    PLACES.map(([bare, differs]) => {
      const light = lightOfLab(bare);
      return differences(work(light), labOfLightHere(light)).map((each, k) => each - differs[k]);
    });
  return { realWorkRms: rms(errors((light) => treated(light))), lawRms: rms(errors((l) => labOfLightHere(byLaw(l)))) };
}

/** The usual plan on measured skins against the law: the root of the mean square, and the worst distance. */
export function againstLaw(skins: readonly Colour[]): { readonly rms: number; readonly worst: number } {
  const errors = skins.map((skin) => {
    const light = lightOfRgb(skin);
    return differences(treated(light), labOfLightHere(byLaw(light)));
  });
  return { rms: rms(errors), worst: Math.max(...errors.map((each) => Math.hypot(...each))) };
}

/** Pixels to the millimetre, and of the patch: its side, and what of it is measured. */
const PER_MM = 4.1;
const SIDE = 280;
const BOX = { x: 40, y: 40, width: 200, height: 200 };
/** As soft as the photos: standard deviation, px. */
const SOFT = 0.8;

function patch(skin: Colour, plan: Plan): { readonly before: PixelBuffer; readonly after: PixelBuffer } {
  const before = pixelBuffer(SIDE, SIDE);
  for (let i = 0; i < before.data.length; i += 4) before.data.set([...skin, 255], i);
  const camera = { width: SIDE, height: SIDE, focal: SIDE };
  const corners = [
    [-60, -60],
    [SIDE + 60, -60],
    [SIDE + 60, SIDE + 60],
    [-60, SIDE + 60],
  ];
  const view = {
    ...plainView("top", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "known"),
    patch: {
      ends: { from: { x: 0, y: 0 }, to: { x: SIDE, y: 0 } },
      mm: SIDE / PER_MM,
      area: corners.map(([x, y]) => ({ x, y })),
    },
  };
  const document = newDocument(view, plan);
  return { before, after: renderPicture(before, sceneOf(document), headFolliclesOf(document)).picture };
}

function softened(picture: PixelBuffer): PixelBuffer {
  const planes = lightIn(picture, { x: 0, y: 0, width: picture.width, height: picture.height });
  const soft = planes.map((plane) => smoothed(plane, SOFT).data);
  const out = pixelBuffer(picture.width, picture.height);
  for (let i = 0; i < picture.width * picture.height; i++) {
    for (let c = 0; c < 3; c++) out.data[4 * i + c] = Math.round(codeOf(soft[c][i]));
    out.data[4 * i + 3] = 255;
  }
  return out;
}

/** What the blind detector sees of the plan on a skin. */
export function seen(skin: Colour, plan: Plan = usualPlan()) {
  const { before, after } = patch(skin, plan);
  const soft = softened(after);
  const dots = detected(soft, PER_MM, BOX);
  const { patch: all, ground } = recoloured(soft, before, PER_MM, BOX);
  return {
    dotContrast: dots.contrast,
    dotContrastCV: dots.contrastCv,
    dotsPerCm2: dots.density,
    nearest: dots.nearest,
    nearestCV: dots.nearestCv,
    clumping: dots.clumping,
    width: dots.width,
    patch: all,
    ground,
    groundShareL: ground.l / all.l,
    groundShareAB: Math.hypot(ground.a, ground.b) / Math.hypot(all.a, all.b),
  };
}
