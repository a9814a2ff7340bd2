/* No sentence is born outside of the catalogue, or it would stay English for ever. Each test plants words in one module
   and demands the catch; what only looks like words is left alone. */
import { describe, expect, test } from "vitest";
import { sentencesOutside } from "../setup/sentences.ts";
import { readTree } from "../setup/walls.ts";

/** What looks like words to the checker and is none, each with its reason. */
const ALLOWED: readonly (readonly [file: string, text: string, why: string])[] = [
  ["src/app/DropZone.tsx", "Files", "the browser's own name of a kind of transfer"],
  ["src/app/panel/colour-words.ts", "violet red", "CSS's own keyword, set apart"],
  ["src/workers/bridge/life.ts", "worker …", "the name of a lock"],
  ["src/workers/bridge/messages.ts", "Error", "the name of an error for programmers"],
  ["src/workers/bridge/worker-gone.ts", "the worker is gone: …", "an error for programmers"],
  ["src/workers/bridge/worker-gone.ts", "the worker is gone: …: …", "an error for programmers"],
  ["src/core/colour/typology.ts", "very light", "the code of a class; its name is typology.very light"],
  ["src/core/photo/sniff.ts", "JPEG XL", "the code of a format; its name is fault.foreign.JPEG XL"],
];

test("our own src has all its words from the catalogue", () => {
  const found = sentencesOutside(readTree("src"));
  const allowed = ALLOWED.map(([file, text]) => `${file}: ${text}`);
  const texts = found.map(({ file, line, text }) => ({ name: `${file}: ${text}`, where: `${file}:${line}: ${text}` }));
  expect(texts.filter(({ name }) => !allowed.includes(name)).map(({ where }) => where)).toEqual([]);
  // What is allowed is still there, or the list would grow stale.
  expect(allowed.filter((one) => !texts.some(({ name }) => name === one))).toEqual([]);
});

const found = (code: string, file = "src/app/planted.tsx"): readonly string[] =>
  sentencesOutside(new Map([[file, code]])).map(({ text }) => text);

describe("words outside of the catalogue are caught", () => {
  test.for([
    ["text between tags", "export const a = <p>Close</p>;", "Close"],
    ["a unit between tags", "export const a = <p>{3} mm</p>;", "mm"],
    ["a choice between tags", 'export const a = (on: boolean) => <p>{on ? "hide" : words("show")}</p>;', "hide"],
    ["what is heard", 'export const a = <button aria-label="close" />;', "close"],
    ["what is heard, with a hole", "export const a = (n: number) => <i aria-label={`shade ${n}`} />;", "shade …"],
    ["a part's property", 'export const a = <Choice label="Cover" />;', "Cover"],
    ["a part's property in a condition", 'export const a = (b: boolean) => <Section hint={b ? "no" : "x"} />;', "no"],
    ["a field that is seen", 'export const a = { value: "top", label: "top" };', "top"],
    ["a name as any other field", 'export const a = { guess: "Starting" };', "Starting"],
    ["a sentence in a constant", 'const BUSY = "Looking for the face…";', "Looking for the face…"],
    ["a word with its end", 'const BUSY = "Counting…";', "Counting…"],
    ["half a sentence", 'export const a = (b: string) => b + ", starting guess";', ", starting guess"],
    ["a sentence with holes", "export const a = (n: number) => `${n} dots`;", "… dots"],
    ["a sentence for the state", 'session.set({ note: { kind: "news", text: "gone" } });', "gone"],
    ["a sentence in core", 'export const where = (path?: string) => path ?? "the whole file";', "the whole file"],
  ] as const)("%s", ([, code, text]) => {
    expect(found(code)).toContain(text);
  });

  test("with the file and the line", () => {
    const files = new Map([["src/editor/tool.ts", '\n\nexport const tool = { name: "line", label: "Line" };']]);
    expect(sentencesOutside(files)).toEqual([{ file: "src/editor/tool.ts", line: 3, text: "Line" }]);
  });
});

describe("what no person reads is left alone", () => {
  test.for([
    ["keys of the catalogue", 'export const a = <p title={words("Two words")}>{words(`shape.${b}.name`)}</p>;'],
    ["ids that are compared", 'export const a = key === "Enter" && <p>{theme === "dark" && 1}</p>;'],
    ["classes and drawings", 'export const a = <svg className="button plain" viewBox="a b" d="Ma Lb"><path /></svg>;'],
    ["styles", 'a.style.translate = `${x}px ${y}px`; b.font = "22px system-ui"; c.className = "button plain";'],
    ["media queries", 'const a = useMedia("(pointer: coarse)");'],
    ["errors for programmers", "throw new RangeError(`there is no photo ${id} to draw on`);"],
    ["modules and types", 'import "./Two words.ts"; export type A = "Two words";'],
    ["codes", 'export const steps = ["photo", "three-quarter-left"] as const;'],
    ["the catalogue itself", 'export const a = "Two words";', "src/words/english/names.ts"],
  ] as const)("%s", ([, code, file]) => {
    expect(found(code, file)).toEqual([]);
  });
});
