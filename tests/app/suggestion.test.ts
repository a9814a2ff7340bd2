/* Plans that nobody has chosen for follow what skin and hair suggest; others are left alone. */
import { beforeEach, expect, test } from "vitest";
import { plainView } from "../../src/core/head/view.ts";
import { tradeShades } from "../../src/core/pigment/shades.ts";
import { newDocument } from "../../src/core/plan/document.ts";
import { sceneOf } from "../../src/core/plan/scene.ts";
import type { SkinReading } from "../../src/core/reading/skin.ts";
import { createSession, planHere } from "../../src/store/session.ts";
import { asSuggested, followed, inShades, suggestionNow } from "../../src/app/suggestion.ts";
import { plainPhoto } from "../store/plain-photo.ts";

const camera = { width: 1200, height: 1600, focal: 2600 };
const view = {
  ...plainView("front", camera, { yaw: 0, pitch: 0, roll: 0, x: 0, y: 0, z: 900 }, "guess"),
  photo: "a",
};

let session = createSession();
const state = () => session.store.getState();
const plan = () => planHere(state())!;
/** The photo's skin is read as of this typology angle, and plans follow. */
function reads(ita: number, spread = 8): void {
  session.read("a", { skin: { ita, spread } as SkinReading });
  const suggestion = suggestionNow(state(), tradeShades);
  if (suggestion) session.amend(({ document }) => followed(document, suggestion, tradeShades));
}
const choose = (parts: number): void =>
  session.plan({ shades: inShades(plan(), { parts, name: "" }, tradeShades), shadeBy: "person" });

beforeEach(() => {
  session = createSession();
  session.open(plainPhoto("a", "a.jpg", 1200, 1600), new File([], "a"), sceneOf(newDocument(view)), "line");
});

test("until a person chooses the shade follows the skin, as no step of undo", () => {
  const worn = [48, 5, 35].map((ita) => (reads(ita), plan().shades[2].parts));
  expect(worn).toEqual([25, 10, 20]);
  expect(state().history.past).toEqual([]);
});

test("once a person has chosen it stays; what is suggested can be taken, and follows again", () => {
  reads(48);
  choose(6);
  reads(5);
  expect(plan().shades[2].parts).toBe(6);
  session.plan(asSuggested(plan(), suggestionNow(state(), tradeShades)!, tradeShades));
  expect([plan().shades[2].parts, plan().shadeBy]).toEqual([10, "suggestion"]);
  reads(48);
  expect(plan().shades[2].parts).toBe(25);
});

test("undoing the choice gives back what was suggested, and it follows on", () => {
  reads(48);
  choose(6);
  session.undo();
  expect([plan().shades[2].parts, plan().shadeBy]).toEqual([25, "suggestion"]);
  reads(35);
  expect(plan().shades[2].parts).toBe(20);
});

test("sessions keep how they stand to the last, and hair sets undertone and strength as well", () => {
  session.plan({ shades: [25, 20, 20].map((parts) => ({ parts, name: "" })) as never });
  session.edit(({ document }) => ({ ...document, hair: "grey" }));
  reads(35);
  expect(plan().shades.map(({ parts }) => parts)).toEqual([30, 25, 25]);
  expect([plan().undertone, plan().dot.strength]).toEqual(["cool", 0.8]);
});

test("a reading that is surer counts for more, and none at all suggests nothing", () => {
  expect(suggestionNow(state(), tradeShades)).toBeNull();
  session.hold(plainPhoto("b", "b.jpg", 1200, 1600), new File([], "b"));
  session.edit(({ document }) => ({ ...document, views: [...document.views, { ...view, photo: "b" }] }));
  session.read("b", { skin: { ita: 48, spread: 2 } as SkinReading });
  reads(5, 20);
  expect(plan().shades[2].parts).toBe(25);
});
