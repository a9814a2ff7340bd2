/* Keys and file names: the small certainties of the screen. */
import { describe, expect, test } from "vitest";
import { commandFor, strokeOf } from "../../src/app/keys.ts";
import type { Command } from "../../src/app/commands.ts";
import { stem } from "../../src/app/saving/save-picture.ts";

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
