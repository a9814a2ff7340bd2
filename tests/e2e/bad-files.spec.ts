/* Files that cannot be opened: one clear sentence each, and the open work stays as it was. */
import { expect } from "@playwright/test";
import { onDemo } from "./pages.ts";
import { button, demoFile, density, dotCount, openBytes, says, settled, test } from "./screen.ts";

const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic"),
  Buffer.from([0, 0, 0, 0]),
  Buffer.from("mif1heic"),
  Buffer.alloc(400, 7),
]);

const files: readonly {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly says: RegExp;
}[] = [
  {
    what: "a text that is named like a photo",
    name: "notes.jpg",
    bytes: () => Buffer.from("only words\n".repeat(40)),
    says: /not a photo/,
  },
  { what: "an empty file", name: "empty.jpg", bytes: () => Buffer.alloc(0), says: /empty/ },
  { what: "a HEIC photo", name: "IMG_0001.HEIC", bytes: () => heic, says: /HEIC/ },
  {
    what: "half a JPEG",
    name: "half.jpg",
    bytes: () => demoFile("front.jpg").subarray(0, 60_000),
    says: /missing|damaged/,
  },
];

for (const file of files) {
  test(`${file.what} gives a sentence on the first screen`, async ({ page }) => {
    await page.goto("./");
    await openBytes(page, file.name, "image/jpeg", file.bytes());
    await expect(says(page)).toHaveText(file.says);
    await expect(button(page, "Try the demo")).toBeEnabled();
  });

  onDemo(`${file.what} leaves the open work as it is`, async ({ page }) => {
    await density(page).fill("120");
    const [picture, count] = [await settled(page), await dotCount(page)];
    await openBytes(page, file.name, "image/jpeg", file.bytes());
    await expect(says(page)).toHaveText(file.says);
    await button(page, "Dismiss").click();
    await expect(button(page, "Dismiss")).toBeHidden();
    expect(await settled(page)).toBe(picture);
    expect(await dotCount(page)).toBe(count);
    await button(page, "Undo").click();
    await expect(density(page)).toHaveValue("160");
  });
}
