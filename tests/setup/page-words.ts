/* The few words of index.html itself, which stand there before any script runs: `{{page.title}}` is the catalogue's. */
import type { Plugin } from "vite";
import { language, words } from "../../src/words/words.ts";

const texts: Readonly<Record<string, string>> = {
  language,
  "page.title": words("page.title"),
  "page.description": words("page.description"),
  "page.noScript": words("page.noScript"),
};

export function pageWords(): Plugin {
  return {
    name: "stubble-page-words",
    transformIndexHtml: {
      order: "pre",
      handler: (html) =>
        html.replace(/\{\{([\w.]+)\}\}/g, (_, key: string) => {
          const text = texts[key];
          if (text === undefined) throw new RangeError(`index.html asks for "${key}", which is not among its words`);
          return text;
        }),
    },
  };
}
