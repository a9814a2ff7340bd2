/* Dots reach the silhouette of the skull and never leave it: measured on the demo, whose silhouette its renderer wrote beside it. */
import sharp from "sharp";
import { expect, test } from "vitest";
import { demoConsultation } from "../../../src/cli/render.ts";
import { createSeen } from "../../../src/core/head/dots.ts";
import { surfaceOf } from "../../../src/core/head/surface.ts";
import { MARK } from "../../../src/core/stipple/stipple.ts";
import * as picture from "../../../src/core/plan/picture.ts";

const follicles = picture.createFollicles(1);
const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];

test.each(["front", "three-quarter", "left", "right", "top", "back"])("on the demo's %s view", async (name) => {
  const { consultation } = await demoConsultation(name, "public/demo");
  const mask = sharp(`tests/demo/truth/${name}-head.png`).greyscale().raw();
  const { data, info } = await mask.toBuffer({ resolveWithObject: true });
  const onHead = (x: number, y: number): boolean => data[Math.floor(y) * info.width + Math.floor(x)] > 127;

  picture.growFollicles(follicles, picture.folliclesNeeded(follicles, consultation));
  const surface = surfaceOf(consultation.vault, consultation.view);
  const seen = createSeen(follicles.ready);
  picture.extendSeen(seen, follicles, surface, consultation);
  const thresholds = picture.createThresholds(follicles, consultation);
  const wanted = picture.wantedBy(follicles, thresholds, seen, consultation);
  const { at, count } = seen.marks;

  const { centre } = surface;
  const farthest = new Float64Array(360);
  let beside = 0;
  for (let j = 0; j < count; j++) {
    if (wanted[j] === 0) continue;
    const [x, y] = at.subarray(MARK * j);
    if (!onHead(x, y)) beside++;
    const dx = x - centre.x;
    const dy = y - centre.y;
    const degrees = Math.round((Math.atan2(dx, -dy) * 180) / Math.PI + 360) % 360;
    farthest[degrees] = Math.max(farthest[degrees], Math.hypot(dx, dy));
  }
  expect(beside).toBe(0);

  const off: number[] = [];
  const bare: number[] = [];
  farthest.forEach((reached, degrees) => {
    const [dx, dy] = [Math.sin((degrees * Math.PI) / 180), -Math.cos((degrees * Math.PI) / 180)];
    let edge = 0;
    while (onHead(centre.x + dx * (edge + 1), centre.y + dy * (edge + 1))) edge++;
    const [, up] = surface.fromImage({ x: centre.x + dx * edge, y: centre.y + dy * edge });
    // Above the ears, where the silhouette is the skull's.
    if (up * consultation.vault.height < 20) return;
    off.push(surface.limbDistance(dx, dy) * surface.outlineRatio(dx, dy) - edge);
    bare.push(edge - reached);
  });
  const radius = surface.limbDistance(0, -1);
  expect(off.length).toBeGreaterThan(60);
  // Pixels of a head 730 px high: the outline lies on the silhouette, and half of all rays have a dot within a hundredth of the radius of it.
  expect(quantile(off, 0.05)).toBeGreaterThan(-1.5);
  expect(quantile(off, 0.95)).toBeLessThan(2.5);
  expect(quantile(bare, 0.5) / radius).toBeLessThan(0.01);
});
