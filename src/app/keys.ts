/* Keys to commands. A stroke is written as people say it: "Mod+Shift+z". */

import { words } from "../words/words.ts";
import type { Command } from "./commands.ts";

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** The stroke of a pressed key; shift is told only beside Mod, since without it the key itself says it ("+", "?"). */
export function strokeOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Pressed): string {
  const mod = ctrlKey || metaKey;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return (mod ? "Mod+" : "") + (altKey ? "Alt+" : "") + (mod && shiftKey ? "Shift+" : "") + name;
}

export const commandFor = (commands: readonly Command[], pressed: Pressed): Command | null => {
  const stroke = strokeOf(pressed);
  return commands.find(({ keys }) => keys.includes(stroke)) ?? null;
};

/** As printed on this person's keyboard. */
export function keyName(stroke: string): string {
  const apple = isApple();
  const printed = (part: string): string => {
    switch (part) {
      case "Mod":
        return apple ? "⌘" : words("keys.name.ctrl");
      case "Shift":
        return apple ? "⇧" : words("keys.name.shift");
      case "PageUp":
        return words("keys.name.pageUp");
      case "PageDown":
        return words("keys.name.pageDown");
      default:
        return part.length === 1 ? part.toUpperCase() : part;
    }
  };
  const parts = stroke.split(/\+(?=.)/).map(printed);
  return parts.join(apple ? "" : "+");
}

/** A key pressed in a field that takes text belongs to that field. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["range", "radio", "checkbox", "button", "file"].includes(target.type);
}
