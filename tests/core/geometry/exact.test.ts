/* Our elementary functions against the engine's, which are good enough to judge them by. */
import { expect, test } from "vitest";
import { atan2, exp, ln, pow, sincos } from "../../../src/core/geometry/exact.ts";

test("sine, cosine and angle agree with the engine to 1e-13", () => {
  for (let i = -500; i <= 500; i++) {
    const degrees = i * 1.37;
    const [sin, cos] = sincos(degrees);
    expect(Math.abs(sin - Math.sin((degrees * Math.PI) / 180))).toBeLessThan(1e-13);
    expect(Math.abs(cos - Math.cos((degrees * Math.PI) / 180))).toBeLessThan(1e-13);
    expect(Math.abs(atan2(sin, cos) - (Math.atan2(sin, cos) * 180) / Math.PI)).toBeLessThan(1e-12);
  }
});

test("over all its range the exponential agrees with the engine to 1e-12 of its value; beyond it is refused", () => {
  for (let x = -699.9; x < 700; x += 0.37) expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
  expect(exp(-701)).toBe(0);
  expect(() => exp(700)).toThrow(RangeError);
});

test("exponential, logarithm and power agree with the engine to 1e-12 of their value", () => {
  for (let i = 1; i <= 400; i++) {
    const x = i * 0.11;
    expect(Math.abs(exp(x - 20) / Math.exp(x - 20) - 1)).toBeLessThan(1e-12);
    expect(Math.abs(ln(x) - Math.log(x))).toBeLessThan(1e-12);
    expect(Math.abs(pow(x, 2.4) / Math.pow(x, 2.4) - 1)).toBeLessThan(1e-12);
  }
});
