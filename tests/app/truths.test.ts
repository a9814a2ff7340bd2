/* What is told of a photo before its picture is believed. */
import { expect, test } from "vitest";
import { newPatch } from "../../src/core/head/patch.ts";
import { type View, plainView } from "../../src/core/head/view.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import { truthsOf } from "../../src/app/truths.ts";
import type { Photo } from "../../src/store/session.ts";
import { said } from "../../src/words/words.ts";
import { plainPhoto } from "../store/plain-photo.ts";

const camera = { width: 1200, height: 1600, focal: 2600 };
/** A head so many pixels wide. */
const viewOf = (breadth: number): View =>
  plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: (2600 * 154) / breadth }, "guess");
const told = (view: View, change: Partial<Photo> = {}): readonly string[] =>
  truthsOf(sceneOf(newDocument(view)), { ...plainPhoto(view.photo, "a.jpg", 1200, 1600), ...change }).map(said);

test("a head too small for its dots says from how many pixels on they are told apart; a large one says nothing", () => {
  expect(told(viewOf(210), { outlined: true })).toEqual([
    expect.stringMatching(/only 210 px wide: .*From about 390 px/u),
  ]);
  expect(told({ ...viewOf(210), fittedBy: "person" })).toHaveLength(1);
  expect(told(viewOf(650), { outlined: true })).toEqual([]);
});

test("of a first guess, which may be of any size, no size is told", () => {
  expect(told(viewOf(210))).toEqual([]);
});

test("more heads than one are told, but not where faces are there to choose from", () => {
  const faces = [[], []];
  expect(told(viewOf(650), { others: true })).toEqual([expect.stringMatching(/^More heads than one/u)]);
  expect(told(viewOf(650), { others: true, faces })).toEqual([]);
});

test("a face out of proportion is told, as something that may be the photo’s", () => {
  expect(told(viewOf(650), { proportion: "narrow" })).toEqual([expect.stringMatching(/narrow.*squeezed/u)]);
  expect(told(viewOf(650), { proportion: "broad" })).toEqual([expect.stringMatching(/broad.*stretched/u)]);
});

test("nothing is said of a close-up, nor where no head is", () => {
  expect(told({ ...viewOf(100), patch: newPatch(camera) }, { others: true })).toEqual([]);
  expect(told({ ...viewOf(100), fittedBy: "none" }, { others: true })).toEqual([]);
});
