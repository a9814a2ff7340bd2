/* Several photos of one head: one plan, one size, and whichever is at hand. */
import { describe, expect, test } from "vitest";
import { uncertainty } from "../../../src/core/head/scale.ts";
import { maleVault } from "../../../src/core/head/vault.ts";
import { type Aspect, type View, plainView } from "../../../src/core/head/view.ts";
import {
  type Consultation,
  inPhoto,
  seenIn,
  turnedTo,
  viewOfPhoto,
  viewsOf,
  withPhoto,
  withScale,
  withView,
  withoutPhoto,
  newConsultation,
} from "../../../src/core/plan/consultation.ts";

const view = (photo: number, aspect: Aspect, width = 1200): View => ({
  ...plainView(
    aspect,
    { width, height: 1600, focal: 2600 },
    { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 },
    "person",
  ),
  photo,
});
const front: View = { ...view(7, "front"), eyes: { pupils: 170, iris: 32 } };
const alone: Consultation = newConsultation(front);
const three = [view(3, "back"), view(9, "left", 900)].reduce(withPhoto, alone);
const ids = (consultation: Consultation): number[] => viewsOf(consultation).map(({ photo }) => photo);

test("views stand in the order of a record, whichever is at hand", () => {
  expect(ids(three)).toEqual([7, 9, 3]);
  expect(ids(turnedTo(three, 3))).toEqual([7, 9, 3]);
  expect(turnedTo(turnedTo(three, 3), 7)).toEqual({ ...three, others: [three.others[0], three.others[1]] });
  expect(turnedTo(three, 12)).toBe(three);
});

test("a photo that is taken away takes nothing else with it", () => {
  const left = withoutPhoto(turnedTo(three, 9), 3);
  expect(left.view.photo).toBe(3);
  expect(ids(left)).toEqual([7, 3]);
  expect(withoutPhoto(alone, 7)).toBe(alone);
});

test("a change in one photo leaves the other at hand, and touches no third", () => {
  const changed = inPhoto(three, 9, (now) => withView(now, { ...now.view, fittedBy: "face" }));
  expect(changed.view).toBe(three.view);
  expect(viewOfPhoto(changed, 9)?.fittedBy).toBe("face");
  expect(viewOfPhoto(changed, 3)).toBe(viewOfPhoto(three, 3));
  expect(inPhoto(three, 12, () => alone)).toBe(three);
});

describe("the head's size", () => {
  const sized = withScale(three, { source: "pupils", photo: 7, mm: 60 });

  test("is one for all photos, and the head keeps its place in each", () => {
    const times = sized.vault.halfBreadth / maleVault.halfBreadth;
    expect(Math.abs(times - 1)).toBeGreaterThan(0.01);
    for (const { photo, pose } of viewsOf(sized)) {
      expect(pose.z / (viewOfPhoto(three, photo)?.pose.z ?? 0)).toBeCloseTo(times, 12);
    }
  });

  test("still rests on the photo that showed it when another one is worked on", () => {
    const beside = turnedTo(sized, 9);
    const moved = withView(beside, { ...beside.view, pose: { ...beside.view.pose, z: 700 } });
    expect(moved.scale).toEqual(sized.scale);
    expect(moved.vault.halfBreadth).toBeCloseTo(sized.vault.halfBreadth, 9);
  });

  test("stays when that photo shows it no more, or goes, as that of the head and as surely so", () => {
    const blind = withView(sized, { ...sized.view, eyes: null });
    const without = withoutPhoto(sized, 3);
    for (const { scale, vault } of [blind, without]) {
      expect(vault).toEqual(sized.vault);
      expect(scale).toEqual({ source: "head", mm: 2 * sized.vault.halfBreadth, percent: uncertainty(sized.scale) });
    }
  });
});

describe("a photo that is opened for a plan", () => {
  const of = (photo: number, width = 1200) => ({ photo, width, height: 1600 });

  test("is known again by itself", () => {
    expect(seenIn(three, of(9, 900))?.view.photo).toBe(9);
  });

  test("if it is a copy, stands for the only view of its size, and the scale goes with it", () => {
    const scale = { source: "iris", photo: 9 } as const;
    const seen = seenIn({ ...three, scale }, of(77, 900));
    expect(seen && ids(seen)).toEqual([7, 77, 3]);
    expect(seen?.scale).toEqual({ source: "iris", photo: 77 });
  });

  test("stands for none where two are alike, or where that photo is open itself", () => {
    expect(seenIn(three, of(77))).toBeNull();
    expect(seenIn(three, of(77, 900), [9])).toBeNull();
    expect(seenIn(three, of(77, 500))).toBeNull();
  });
});
