/* Several photos of one head: one plan, one size, and nothing of where somebody is looking. */
import { describe, expect, test } from "vitest";
import { uncertainty } from "../../../src/core/head/scale.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Aspect, type View, plainView } from "../../../src/core/head/view.ts";
import {
  MOST_VIEWS,
  inRecordOrder,
  newDocument,
  viewOfPhoto,
  withChangedView,
  withFit,
  withPhoto,
  withRenamedPhoto,
  withReplacedPhoto,
  withScale,
  withoutPhoto,
  type Document,
} from "../../../src/core/plan/document.ts";

const view = (photo: string, aspect: Aspect, width = 1200): View => ({
  ...plainView(
    aspect,
    { width, height: 1600, focal: 2600 },
    { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 },
    "person",
  ),
  photo,
});
const front: View = { ...view("front", "front"), eyes: { pupils: 170, iris: 32 } };
const alone: Document = newDocument(front);
const three = [view("back", "back"), view("left", "left", 900)].reduce(withPhoto, alone);
const ids = (document: Document): string[] => inRecordOrder(document).map(({ photo }) => photo);

test("views stand in the order of a record, however they came", () => {
  expect(ids(three)).toEqual(["front", "left", "back"]);
  expect(three.views.map(({ photo }) => photo)).toEqual(["front", "back", "left"]);
});

test("a photo that is taken away takes nothing else with it, and the last one stays", () => {
  expect(ids(withoutPhoto(three, "left"))).toEqual(["front", "back"]);
  expect(withoutPhoto(three, "top")).toBe(three);
  expect(withoutPhoto(alone, "front")).toBe(alone);
});

test("a photo stands there once, and there is an end to them", () => {
  expect(() => withPhoto(three, view("back", "top"))).toThrow(RangeError);
  const full = Array.from({ length: MOST_VIEWS - 1 }, (_, i) => view(`${i}`, "top")).reduce(withPhoto, alone);
  expect(full.views).toHaveLength(MOST_VIEWS);
  expect(() => withPhoto(full, view("more", "top"))).toThrow(RangeError);
});

test("a change in one photo touches no other, and none where nothing changes", () => {
  const changed = withChangedView(three, "left", (now) => ({ ...now, fittedBy: "face" }));
  expect(viewOfPhoto(changed, "left")?.fittedBy).toBe("face");
  expect(viewOfPhoto(changed, "back")).toBe(viewOfPhoto(three, "back"));
  expect(withChangedView(three, "left", (now) => now)).toBe(three);
  expect(withChangedView(three, "top", () => front)).toBe(three);
});

test("a photo that stands for another takes its place", () => {
  const replaced = withReplacedPhoto(three, "left", view("left again", "left"));
  expect(ids(replaced)).toEqual(["front", "left again", "back"]);
  expect(withReplacedPhoto(three, "top", view("new", "top"))).toBe(three);
  expect(withReplacedPhoto(three, "left", view("back", "left"))).toBe(three);
});

test("a photo's new name reaches what rests on it", () => {
  const scaled = withScale(three, { source: "iris", photo: "front" });
  const renamed = withRenamedPhoto(scaled, "front", "sha256:00");
  expect(ids(renamed)).toEqual(["sha256:00", "left", "back"]);
  expect(renamed.scale).toEqual({ source: "iris", photo: "sha256:00" });
});

describe("the head's size", () => {
  const sized = withScale(three, { source: "pupils", photo: "front", mm: 60 });

  test("is one for all photos, and the head keeps its place in each", () => {
    const times = sized.vault.halfBreadth / maleVault.halfBreadth;
    expect(Math.abs(times - 1)).toBeGreaterThan(0.01);
    for (const { photo, pose } of sized.views) {
      expect(pose.z / (viewOfPhoto(three, photo)?.pose.z ?? 0)).toBeCloseTo(times, 12);
    }
  });

  test("still rests on the photo that showed it when another one is worked on", () => {
    const left = viewOfPhoto(sized, "left")!;
    const moved = withFit(sized, { ...left, pose: { ...left.pose, z: 700 } });
    expect(moved.scale).toEqual(sized.scale);
    expect(moved.vault.halfBreadth).toBeCloseTo(sized.vault.halfBreadth, 9);
  });

  test("stays when that photo shows it no more, or goes, as that of the head and as surely so", () => {
    const blind = withFit(sized, { ...viewOfPhoto(sized, "front")!, eyes: null });
    const without = withoutPhoto(sized, "front");
    for (const { scale, vault } of [blind, without]) {
      expect(vault).toEqual(sized.vault);
      expect(scale).toEqual({ source: "head", mm: 2 * sized.vault.halfBreadth, percent: uncertainty(sized.scale) });
    }
  });
});
