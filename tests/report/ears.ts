/* Heads whose ears are known: the demo's man, people made like him, and the scanned head where its renders are at hand;
   each with the usual plan's edge measured about its ears and at its nape. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { demoScene, readPhoto } from "../../src/cli/render.ts";
import { eyeOf, project } from "../../src/core/head/camera.ts";
import { grownVault } from "../../src/core/head/scale.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { type Vault, maleVault } from "../../src/core/head/vault.ts";
import { type View, plainView } from "../../src/core/head/view.ts";
import type { Point2 } from "../../src/core/geometry/vector.ts";
import type { Hairline } from "../../src/core/hairline/hairline.ts";
import { regionOf } from "../../src/core/hairline/region.ts";
import { grownPlan, usualPlan } from "../../src/core/plan/plan.ts";
import type { PixelBuffer } from "../../src/core/photo/pixel-buffer.ts";
import { READING, pyramidOf, smallOf } from "../../src/core/photo/pyramid.ts";
import { tracedView } from "../../src/core/reading/outline-trace.ts";
import { viewOf } from "../../src/core/plan/scene.ts";
import type { Millimetres } from "../../src/core/units.ts";
import type { Vec } from "../demo/camera.ts";
import { earPlace } from "../demo/ear.ts";
import { Shape } from "../demo/shape.ts";
import { demoSitter } from "../heads/demo-sitter.ts";
import { pointsOf } from "../heads/points.ts";
import { type Sitter, sitterOf } from "../heads/sitters.ts";
import { type Ear, type EdgePart, besideEar, napeBelow, shareIn } from "./beside-ear.ts";

const top = path.resolve(import.meta.dirname, "../..");
const scan = path.resolve(top, "../shared/photos/scan2");

/** The edge's measures on one side of a head, mm. */
export type Measured = { readonly head: string; readonly edge: Readonly<Partial<Record<EdgePart, Millimetres>>> };

/** The irregularities' seed; what is measured lies beyond them. */
const SEED = 1;
const usualOn = (times: number): Hairline => grownPlan(usualPlan(), times).hairline;

/** Points about an ear in its own plane, mm: u backwards, v up, h outwards (tests/demo/ear.ts). */
const ABOUT_EAR = {
  top: [18, 33, 7.6],
  lobe: [11, -31, 2.4],
  tragus: [1.8, -6.2, 4.6],
  front: [-1.5, 4, 3],
  back: [35, 5, 6],
} as const;

/** The ear of a sitter as a camera sees it; `side`: 1 the client's left. */
function earOf({ build }: Sitter, side: 1 | -1, seen: (p: Vec) => Point2): Ear {
  const { proportions } = new Shape({ ...build, nod: 0 });
  const at = (name: keyof typeof ABOUT_EAR): Point2 => {
    const [u, v, h] = ABOUT_EAR[name];
    const [x, y, z] = earPlace(u * build.ear, v * build.ear, h * build.ear);
    return seen(proportions.fromModel(side * x, y, z));
  };
  return { top: at("top"), lobe: at("lobe"), tragus: at("tragus"), front: at("front"), back: at("back") };
}

/** A sitter's edge on both sides, in views of him from there. */
function ofSitter(name: string, sitter: Sitter, vault: Vault, views: readonly (readonly [1 | -1, View])[]): Measured[] {
  const region = regionOf(vault, usualOn(vault.halfBreadth / maleVault.halfBreadth), SEED);
  const points = pointsOf(sitter);
  return views.map(([side, view]) => {
    const eye = eyeOf(view.camera, view.pose);
    const ear = earOf(sitter, side, (p) => project(eye, p));
    const [, lobe] = points[side > 0 ? "lobeLeft" : "lobeRight"];
    const perMm = view.camera.focal / (view.pose.z - vault.halfBreadth);
    const about = besideEar(shareIn(surfaceOf(vault, view), region), ear, perMm);
    return { head: `${name} ${side > 0 ? "left" : "right"}`, edge: { ...about, nape: napeBelow(vault, region, lobe) } };
  });
}

/** The side of the client that a view shows: where that ear is nearer. */
const sideOf = (view: View): 1 | -1 => {
  const { place } = eyeOf(view.camera, view.pose);
  return place[0] > 0 ? 1 : -1;
};

async function demoEars(): Promise<Measured[]> {
  const views: [1 | -1, View][] = [];
  for (const name of ["left", "right"]) {
    const view = viewOf((await demoScene(name, path.join(top, "public/demo"))).scene);
    views.push([sideOf(view), view]);
  }
  return ofSitter("demo", demoSitter, maleVault, views);
}

/** Made people, seen squarely from the side, the vault as broad as they are. */
function madeEars(): Measured[] {
  return [1, 2, 3, 4].flatMap((which) => {
    const sitter = sitterOf(7, which);
    const { eurionLeft, eurionRight } = pointsOf(sitter);
    const vault = grownVault(maleVault, (eurionLeft[0] - eurionRight[0]) / 2 / maleVault.halfBreadth);
    const camera = { width: 1200, height: 1600, focal: 3600 };
    const views = [-90, 90].map((yaw): readonly [1 | -1, View] => {
      const view = plainView(
        yaw < 0 ? "left" : "right",
        camera,
        { yaw, pitch: 0, roll: 0, x: 0, y: 0, z: 1010 },
        "known",
      );
      return [sideOf(view), view];
    });
    return ofSitter(`made ${which}`, sitter, vault, views);
  });
}

/** Millimetres to the scan's unit, as its notes have it, and the render from the side. */
const UNIT = 48.85;
const RENDER = "left_above_ceiling";
/** A block of the class picture is so many pixels of the photo. */
const BLOCK = 4;

/** The ear that a class picture shows in green: its extremes. */
async function earInClasses(file: string): Promise<Ear> {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  const places: Point2[] = [];
  for (let i = 0; i < info.width * info.height; i++) {
    if (data[i * info.channels + 1] < 128) continue;
    places.push({ x: BLOCK * ((i % info.width) + 0.5), y: BLOCK * (Math.floor(i / info.width) + 0.5) });
  }
  const least = (of: (p: Point2) => number): Point2 => places.reduce((a, b) => (of(b) < of(a) ? b : a));
  const [upper, lobe] = [least(({ y }) => y), least(({ y }) => -y)];
  const middle = (upper.y + lobe.y) / 2;
  const beside = places.filter(({ y }) => Math.abs(y - middle) < BLOCK);
  const side = (sign: number): Point2 => beside.reduce((a, b) => (sign * b.x > sign * a.x ? b : a));
  // The face looks to the picture's right; the tragus lies a little below the ear's middle, at its front.
  const front = side(1);
  return { top: upper, lobe, front, back: side(-1), tragus: { x: front.x, y: middle + 0.08 * (lobe.y - upper.y) } };
}

/** The vault's centre in the scan: on the glabella's level, so far behind it as the vault is long. */
const CENTRE = [-0.1, 2.039, 2.169 - maleVault.halfLength / UNIT] as const;

/** The view of a render of the scan, whose camera looks from beside the head and from above. */
function scanView(photo: PixelBuffer): View {
  const { h, fov, dist, pitch, target } = JSON.parse(readFileSync(path.join(scan, "cameras.json"), "utf8")).views[
    RENDER
  ];
  const camera = { width: photo.width, height: photo.height, focal: h / 2 / Math.tan((fov * Math.PI) / 360) };
  const [sin, cos] = [Math.sin((pitch * Math.PI) / 180), Math.cos((pitch * Math.PI) / 180)];
  const [x, y, z] = CENTRE.map((at, i) => UNIT * (at - target[i]));
  // From the client's right: the face to the picture's right, x into the picture.
  const place = { x: z, y: -(y * cos + x * sin), z: UNIT * dist + x * cos - y * sin };
  const view = plainView("right", camera, { yaw: 90, pitch: -pitch, roll: 0, ...place }, "known");
  const { pixels: small, shrink } = smallOf(pyramidOf(photo), READING);
  return tracedView(maleVault, view, small, shrink);
}

/** The scanned head, its outline traced as the app does; null where it is not at hand. */
async function scannedEars(): Promise<Measured[] | null> {
  const file = path.join(scan, `${RENDER}.jpg`);
  if (!existsSync(file)) return null;
  const view = scanView(await readPhoto(file));
  const ear = await earInClasses(path.join(scan, `${RENDER}-class.png`));
  const share = shareIn(surfaceOf(maleVault, view), regionOf(maleVault, usualOn(1), SEED));
  return [{ head: "scan", edge: besideEar(share, ear, view.camera.focal / (view.pose.z - maleVault.halfBreadth)) }];
}

/** Every head at hand, and which were not. */
export async function edgesAboutEars(): Promise<{ readonly heads: readonly Measured[]; readonly absent: string[] }> {
  const scanned = await scannedEars();
  return {
    heads: [...(await demoEars()), ...madeEars(), ...(scanned ?? [])],
    absent: scanned ? [] : ["the scanned head"],
  };
}
