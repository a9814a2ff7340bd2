/* Keys, file names and swatches: the small certainties of the screen. */
import { describe, expect, test } from "vitest";
import { commandFor, strokeOf } from "../../src/app/keys.ts";
import type { Command } from "../../src/app/commands.ts";
import { dotColour } from "../../src/app/panel/swatch-colour.ts";
import { stem } from "../../src/app/saving/save-picture.ts";
import { tradeShades } from "../../src/core/pigment/shades.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "shiftKey" | "altKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("a key stroke", () => {
  test("is the same with Ctrl and with Cmd", () => {
    expect(strokeOf(press("z", { ctrlKey: true }))).toBe("Mod+z");
    expect(strokeOf(press("z", { metaKey: true }))).toBe("Mod+z");
  });

  test("tells Shift beside Ctrl, whatever case the browser reports", () => {
    expect(strokeOf(press("Z", { ctrlKey: true, shiftKey: true }))).toBe("Mod+Shift+z");
  });

  test("that is typed with Shift is told by its own sign", () => {
    expect(strokeOf(press("+", { shiftKey: true }))).toBe("+");
  });

  test("finds the command it belongs to, and no other", () => {
    const command = (id: Command["id"], ...keys: string[]): Command => ({
      id,
      label: id,
      keys,
      enabled: () => true,
      run: () => undefined,
    });
    const list = [command("undo", "Mod+z"), command("redo", "Mod+Shift+z", "Mod+y")];
    expect(commandFor(list, press("y", { ctrlKey: true }))?.id).toBe("redo");
    expect(commandFor(list, press("z", { ctrlKey: true, altKey: true }))).toBeNull();
  });
});

describe("the name of a saved file", () => {
  test("loses the photo's ending and what file systems dislike", () => {
    expect(stem("IMG 0042 (1).jpeg")).toBe("IMG-0042-1");
    expect(stem("Kopf ähnlich.webp")).toBe("Kopf-ähnlich");
  });

  test("is never empty", () => {
    expect(stem("???.png")).toBe("photo");
  });
});

describe("the dots of a swatch", () => {
  test("grow fairer from each shade to the next, and are darker than the skin", () => {
    const skin = [201, 164, 138] as const;
    const reds = tradeShades.map((shade) => dotColour(skin, shade)[0]);
    expect(reds).toEqual(reds.toSorted((a, b) => a - b));
    expect(reds.at(-1)).toBeLessThan(skin[0]);
  });
});
