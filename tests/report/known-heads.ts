/* Pictures of heads whose truth is known: generated ones, and the renders of the scan where they are at hand. */

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import sharp from "sharp";
import { type Camera, type Pose, focalPixels, rotation } from "../../src/core/head/camera.ts";
import { scalpEnds } from "../../src/core/head/scalp-extent.ts";
import { surfaceOf } from "../../src/core/head/surface.ts";
import { type Vault, maleVault } from "../../src/core/head/vault.ts";
import { bareOutline } from "../../src/core/head/view.ts";
import { type Point2, type Vec3, transform } from "../../src/core/geometry/vector.ts";
import type { Millimetres } from "../../src/core/units.ts";

const top = path.resolve(import.meta.dirname, "../..");
const photos = path.resolve(top, "../shared/photos");

/** A part of a picture: which places belong to it, px. */
export type Part = {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => boolean;
};

export type KnownHead = {
  readonly file: string;
  readonly camera: Camera;
  readonly pose: Pose;
  /** The head's own measures, as far as they are known; its handles belong where this has them. */
  readonly vault: Vault;
  /** As a phone writes it into the file, 35 mm equivalent. */
  readonly lens: Millimetres;
  readonly background: Part;
  /** Bare scalp; ears, where they are known. */
  readonly scalp: Part;
  readonly ears: Part | null;
  /** The skull's edge, px: 120 directions about the middle of the vault; null where it is not the skull's. */
  readonly skull: readonly (Point2 | null)[];
};

/** Heads of a set, each with three pictures: bowed and upright ones in turn. At half their size: 450 x 600. */
const HEADS = 4;
const SHRINK = 2;
const DIRECTIONS = 120;

/** The pictures of a generated set, made first where they are not there yet: that takes minutes to a head. */
export async function generatedHeads(seed: number): Promise<readonly KnownHead[]> {
  const folder = path.join(top, "node_modules/.cache/heads", `${seed}-half`);
  if (!existsSync(path.join(folder, "sheet.jpg"))) {
    const script = path.join(top, "tests/heads/heads.mjs");
    const asked = [
      script,
      "--seed",
      String(seed),
      "--heads",
      String(HEADS),
      "--shrink",
      String(SHRINK),
      "--out",
      folder,
    ];
    execFileSync(process.execPath, asked, { stdio: "inherit", cwd: top });
  }
  const names = readdirSync(folder).filter((name) => /^\d\d-\d-.*\.json$/u.test(name));
  return Promise.all(names.toSorted().map((name) => generatedHead(path.join(folder, name.replace(/\.json$/u, "")))));
}

async function generatedHead(stem: string): Promise<KnownHead> {
  const { width, height, focalPx, pose, outline, sitter } = JSON.parse(readFileSync(`${stem}.json`, "utf8"));
  const camera = { width, height, focal: focalPx };
  return {
    file: `${stem}.jpg`,
    camera,
    pose,
    vault: vaultOf(sitter.build.skull),
    lens: lensOf(camera),
    ...(await classesOf(`${stem}-class.png`, camera)),
    skull: outline.map((place: readonly [number, number] | null) => place && { x: place[0], y: place[1] }),
  };
}

/** The vault of a generated head, by how much larger it is than the modelled one, whose vault is the average. */
function vaultOf(times: { readonly breadth: number; readonly length: number; readonly height: number }): Vault {
  const { halfBreadth, halfLength, height, depth, ear } = maleVault;
  return {
    halfBreadth: halfBreadth * times.breadth,
    halfLength: halfLength * times.length,
    height: height * times.height,
    depth: depth * times.height,
    ear,
  };
}

const lensOf = ({ width, height, focal }: Camera): Millimetres => focal / focalPixels(width, height, 1);

type Parts = Pick<KnownHead, "background" | "scalp" | "ears">;

/** The parts in a picture of classes: red bare scalp, green ears, blue background, at any size. */
async function classesOf(file: string, camera: Camera): Promise<Parts> {
  const value = await valuesOf(file, camera);
  return {
    background: partOf(camera, (x, y) => value(x, y, 2) ?? 255),
    scalp: partOf(camera, (x, y) => value(x, y, 0) ?? 0),
    ears: partOf(camera, (x, y) => value(x, y, 1) ?? 0),
  };
}

/** The parts in a mask of the first set of renders: red scalp, green any skin; ears are not told. */
async function maskOf(file: string, camera: Camera): Promise<Parts> {
  const value = await valuesOf(file, camera);
  return {
    background: partOf(camera, (x, y) => 255 - Math.max(value(x, y, 0) ?? 0, value(x, y, 1) ?? 0)),
    scalp: partOf(camera, (x, y) => value(x, y, 0) ?? 0),
    ears: null,
  };
}

const partOf = ({ width, height }: Camera, value: (x: number, y: number) => number): Part => ({
  width,
  height,
  at: (x, y) => value(x, y) >= 128,
});

/** A channel at a place of the photo, 0..255; null beside it. */
async function valuesOf(file: string, { width, height }: Camera) {
  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true });
  return (x: number, y: number, channel: number): number | null => {
    const [col, row] = [Math.floor((x / width) * info.width), Math.floor((y / height) * info.height)];
    if (col < 0 || row < 0 || col >= info.width || row >= info.height) return null;
    return data[(row * info.width + col) * info.channels + channel];
  };
}

/** The scan's unit, mm; the middle of the vault in it, by its glabella and vertex. */
const UNIT = 48.85;
const MIDDLE: Vec3 = [-0.1, 2.03, 0.13];

type ScanView = { w: number; h: number; dist: number; fov: number; yaw: number; pitch: number; target: Vec3 };

/** The renders of the scan; none where they are not at hand. */
export async function scanHeads(): Promise<readonly KnownHead[]> {
  const heads: KnownHead[] = [];
  for (const [set, partsOf] of [
    ["scan", (stem: string, camera: Camera) => maskOf(`${stem}-mask.png`, camera)],
    ["scan2", (stem: string, camera: Camera) => classesOf(`${stem}-class.png`, camera)],
  ] as const) {
    const folder = path.join(photos, set);
    if (!existsSync(folder)) continue;
    const { views } = JSON.parse(readFileSync(path.join(folder, "cameras.json"), "utf8"));
    for (const [name, view] of Object.entries<ScanView>(views)) {
      const { camera, pose } = cameraOf(view);
      const stem = path.join(folder, name);
      const parts = await partsOf(stem, camera);
      const skull = skullIn(camera, pose, parts.background);
      heads.push({ file: `${stem}.jpg`, camera, pose, vault: maleVault, lens: lensOf(camera), ...parts, skull });
    }
  }
  return heads;
}

function cameraOf({ w, h, dist, fov, yaw, pitch, target }: ScanView): Pick<KnownHead, "camera" | "pose"> {
  const radians = Math.PI / 180;
  const camera = { width: w, height: h, focal: h / 2 / Math.tan((fov * radians) / 2) };
  const turn = { yaw: -yaw, pitch: -pitch, roll: 0, x: 0, y: 0, z: 0 };
  const level = Math.cos(pitch * radians);
  const way: Vec3 = [Math.sin(yaw * radians) * level, Math.sin(pitch * radians), Math.cos(yaw * radians) * level];
  const from = MIDDLE.map((v, i) => UNIT * (v - target[i] - dist * way[i])) as unknown as Vec3;
  const [x, y, z] = transform(rotation(turn), from);
  return { camera, pose: { ...turn, x, y, z } };
}

/** The skull's edge against the background where, as the head is known to stand, scalp ends. */
function skullIn(camera: Camera, pose: Pose, background: Part): KnownHead["skull"] {
  const surface = surfaceOf(maleVault, { camera, pose, outline: bareOutline, cuts: [], nudges: [] });
  const { centre } = surface;
  return Array.from({ length: DIRECTIONS }, (_, i) => {
    const angle = (2 * Math.PI * i) / DIRECTIONS;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    if (!scalpEnds(surface, (90 + (360 * i) / DIRECTIONS) % 360)) return null;
    const limb = surface.limbDistance(dx, dy);
    for (let r = 0.8 * limb; r < 1.25 * limb; r++) {
      const place = { x: centre.x + r * dx, y: centre.y + r * dy };
      if (background.at(place.x, place.y)) return r > 0.8 * limb ? place : null;
    }
    return null;
  });
}
