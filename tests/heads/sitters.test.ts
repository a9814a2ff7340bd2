/* Generated people: the same from the same seed, within what is human, and with as many hairs as are promised. */
import { expect, test } from "vitest";
import { Field } from "../demo/grid.ts";
import { landmarks } from "../demo/points.ts";
import { Shape } from "../demo/shape.ts";
import { growHair } from "./hair.ts";
import { type Growth, growthAt, hairs } from "./hair-styles.ts";
import { posesOf, shotOf } from "./shots.ts";
import { SKINS, sitterOf } from "./sitters.ts";

const apart = (a: readonly number[], b: readonly number[]): number => Math.hypot(...a.map((v, i) => v - b[i]));
const twenty = Array.from({ length: 20 }, (_, which) => which);

test("a seed makes the same people again, and another seed others", () => {
  for (const which of twenty) {
    expect(sitterOf(4, which)).toEqual(sitterOf(4, which));
    expect(shotOf(4, which, 1)).toEqual(shotOf(4, which, 1));
    expect(sitterOf(5, which).build).not.toEqual(sitterOf(4, which).build);
  }
});

test("a set has every skin, every way to wear hair, every pose and every light", () => {
  const shots = twenty.flatMap((which) => posesOf(which).map((_, k) => shotOf(4, which, k)));
  expect(shots.length).toBe(60);
  expect(new Set(twenty.map((which) => sitterOf(4, which).ita)).size).toBe(SKINS.length);
  expect(new Set(twenty.map((which) => sitterOf(4, which).hair)).size).toBe(hairs.length);
  expect(new Set(shots.map(({ pose }) => pose)).size).toBe(10);
  expect(new Set(shots.map(({ light }) => light)).size).toBe(6);
  expect(new Set(shots.map(({ room }) => room)).size).toBe(6);
  expect(shots.filter(({ pose }) => pose === "front-bowed").length).toBe(20);
});

test("people are as large as people are, from any seed", () => {
  for (let seed = 1; seed <= 12; seed++) {
    const { build } = sitterOf(seed, seed);
    const at = landmarks(new Shape(build));
    const breadth = apart(at.eurionLeft, at.eurionRight);
    const length = apart(at.glabella, at.opisthocranion);
    const face = apart(at.menton, at.nasion);
    const height = at.vertex[1] - at.tragionLeft[1];
    // Two deviations about the mean of women and men, and two millimetres for bumps of the skull.
    expect(breadth).toBeGreaterThan(133);
    expect(breadth).toBeLessThan(166);
    expect(length).toBeGreaterThan(171);
    expect(length).toBeLessThan(216);
    expect(face).toBeGreaterThan(99);
    expect(face).toBeLessThan(138);
    expect(height).toBeGreaterThan(111);
    expect(height).toBeLessThan(149);
  }
});

test("where all hair grows 175 stand on a square centimetre, each on the skin", () => {
  const hair = hairs.find(({ style }) => style === "buzz");
  if (!hair) throw new RangeError("no buzz cut");
  const field = new Field(2, new Shape(), false);
  const { count, knots, places } = growHair(field, hair, 3);
  let near = 0;
  let deep = 0;
  for (let i = 0; i < count; i++) {
    const root = places.subarray(3 * i * knots, 3 * i * knots + 3);
    deep = Math.max(deep, Math.abs(field.at(root[0], root[1], root[2])));
    if (apart([...root], [0, 95, -2]) < 25) near++;
  }
  expect(deep).toBeLessThan(0.05);
  // A ball cuts out of a rounded surface very nearly what it cuts out of a plane.
  expect(near / (Math.PI * 25 * 25)).toBeGreaterThan(1.75 * 0.95);
  expect(near / (Math.PI * 25 * 25)).toBeLessThan(1.75 * 1.05);
});

test("a horseshoe leaves the top bare, and a band parts two bald places", () => {
  const of = (norwood: "IV" | "V" | "VI", x: number, y: number, z: number): Growth => {
    const hair = hairs.find((one) => one.norwood === norwood);
    if (!hair) throw new RangeError(norwood);
    return growthAt(hair, x, y, z);
  };
  expect(of("VI", 0, 95, 0).dense).toBe(0);
  expect(of("VI", 76, 10, -20).dense).toBeGreaterThan(0.9);
  expect(of("VI", 0, -20, -98).dense).toBeGreaterThan(0.9);
  expect(of("IV", 0, 94, -7).dense).toBeGreaterThan(0.9);
  expect(of("IV", 0, 76, -59).dense).toBeLessThan(0.1);
  expect(of("IV", 0, 66, 72).dense).toBeLessThan(0.1);
  expect(of("V", 0, 94, -7).dense).toBeLessThan(0.5);
});
