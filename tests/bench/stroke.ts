/* A brush on the built app: from each move of the finger to the frame in which the stroke is painted. */

import type { Page } from "playwright";
import { settled, watchFrames } from "./frames.ts";
import { type Entry, median } from "./measure.ts";

/** Milliseconds after which a brush trails the finger visibly. */
const FOLLOWS = 60;

/** The stroke's way goes to and fro over a field of this size, CSS px: with the brush's width 20 cm^2 and more. */
const [WIDE, HIGH, ROWS] = [96, 66, 5];

/** Moves from one end of a row to the other. */
const ACROSS = 12;

/** Milliseconds from each move of a brush to the painted frame: it erases, of an area of 20 cm^2 or more. */
export async function strokeToFrame(page: Page, steps: number): Promise<readonly number[]> {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: "Line" }).click();
  await page.getByRole("button", { name: /^Areas/ }).click();
  await page.getByRole("button", { name: "Brush", exact: true }).click();
  await page.getByRole("slider", { name: "Density here" }).fill("0.5");
  await settled(page);
  const box = await page.locator(".stage").boundingBox();
  if (!box) throw new RangeError("there is no stage");
  const [x, y] = [box.x + box.width / 2 - WIDE / 2, box.y + box.height / 2 - HIGH / 2];
  const place = (i: number): readonly [number, number] => {
    const row = Math.floor(i / ACROSS) % ROWS;
    const across = (i % ACROSS) / ACROSS;
    return [x + WIDE * (row % 2 === 0 ? across : 1 - across), y + (HIGH * row) / (ROWS - 1)];
  };
  await page.mouse.move(...place(0));
  await page.mouse.down();
  for (let i = 1; i < ACROSS * ROWS; i++) await page.mouse.move(...place(i));
  await page.mouse.up();
  const covered = parseFloat((await page.getByText(/cm² of skin$/u).textContent()) ?? "");
  if (!(covered >= 20)) throw new RangeError(`the area is only ${covered} cm^2 large`);
  await page.getByRole("radio", { name: "Erase", exact: true }).click();
  await settled(page);
  await page.mouse.move(...place(0));
  await page.mouse.down();
  await settled(page);
  await page.evaluate(watchFrames);
  for (let i = 1; i <= steps; i++) {
    await page.mouse.move(...place(i));
    // Slower than a finger, so that every move is a frame of its own.
    await page.waitForTimeout(350);
  }
  await page.mouse.up();
  return page.evaluate(() => (globalThis as unknown as { fingerTimes: number[] }).fingerTimes.slice(1));
}

export const strokeEntry = (times: readonly number[], dots: number): Entry => ({
  ratio: FOLLOWS / median([...times]),
  ours: median([...times]),
  peer: FOLLOWS,
  peerName: `a brush's move to the painted frame, ${dots} dots at 2 MP, an area of 20 cm², at most`,
  unit: "ms",
  bound: FOLLOWS,
});
