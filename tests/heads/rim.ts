/* Dots against a demo's true silhouette: how many fall beside the head, and how far from its edge they end. */

import path from "node:path";
import sharp from "sharp";
import type { Surface } from "../../src/core/head/surface.ts";
import { vaultPoint } from "../../src/core/head/vault.ts";
import type { Vec3 } from "../../src/core/geometry/vector.ts";
import type { Scene } from "../../src/core/plan/scene.ts";
import { shownDots } from "../pictures/shown-dots.ts";
import { MARK } from "../../src/core/stipple/stipple.ts";
import { headFolliclesOf } from "../pictures/head-follicles.ts";

/** Where it is written which part of a picture is the head: the demo's, with his hair, and the first demo's. */
export const headMasks = {
  demo: path.join(import.meta.dirname, "demo"),
  first: path.resolve(import.meta.dirname, "../first-demo"),
} as const;

/**
 * Along a ray from the head's middle, px: where the head ends, and the last dot; `dx`, `dy`: its direction; `at`: the
 * vault's point where it ends, mm.
 */
type Ray = {
  readonly dx: number;
  readonly dy: number;
  readonly edge: number;
  readonly reached: number;
  readonly at: Vec3;
};

/** Whether the silhouette is the skull's there: above the ears; and behind them, from the side, down to the nape. */
export const aboveEars = ({ at: [, y] }: Ray): boolean => y >= 20;
export const behindEars = ({ at: [, y, z] }: Ray): boolean => z < -70 && y > -40;

/**
 * The scene's dots on a demo's view `name`: how many lie beside the
 * head, and the rays, a degree apart about the middle of `known`.
 */
export async function rimOf(
  masks: keyof typeof headMasks,
  name: string,
  scene: Scene,
  known: Surface,
): Promise<{ readonly beside: number; readonly rays: readonly Ray[] }> {
  const mask = sharp(path.join(headMasks[masks], `${name}-head.png`))
    .greyscale()
    .raw();
  const { data, info } = await mask.toBuffer({ resolveWithObject: true });
  const onHead = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < info.width && y < info.height && data[Math.floor(y) * info.width + Math.floor(x)] > 127;

  const { marks, list } = shownDots(headFolliclesOf(scene.document), scene);

  const { centre } = known;
  const farthest = new Float64Array(360);
  let beside = 0;
  for (const j of list) {
    const [x, y] = marks.at.subarray(MARK * j);
    if (!onHead(x, y)) beside++;
    const dx = x - centre.x;
    const dy = y - centre.y;
    const degrees = Math.round((Math.atan2(dx, -dy) * 180) / Math.PI + 360) % 360;
    farthest[degrees] = Math.max(farthest[degrees], Math.hypot(dx, dy));
  }
  const rays = Array.from(farthest, (reached, degrees) => {
    const [dx, dy] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)];
    let edge = 0;
    while (onHead(centre.x + dx * (edge + 1), centre.y + dy * (edge + 1))) edge++;
    const end = known.fromImage({ x: centre.x + dx * edge, y: centre.y + dy * edge });
    return { dx, dy, edge, reached, at: vaultPoint(known.vault, end) };
  });
  return { beside, rays };
}
