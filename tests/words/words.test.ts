/* Texts with what is put into them: plurals, numbers and units by the rules of the language, all else as it is. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupsOf, said, saying, words } from "../../src/words/words.ts";

describe("a text of the catalogue", () => {
  it.for([
    [0, "0 dots on a.jpg"],
    [1, "1 dot on a.jpg"],
    [2, "2 dots on a.jpg"],
    [23_456, "23456 dots on a.jpg"],
  ] as const)("counts: %i", ([count, text]) => {
    expect(words("status.shown", { count, photo: "a.jpg" })).toBe(text);
  });

  it("chooses the plural by the count alone, and not by another number", () => {
    const values = { photo: "a.jpg", density: 1, shape: "natural", mix: "1:20" };
    expect(words("picture.dotted", { ...values, count: 2 })).toContain("2 dots: 1 dots per square centimetre");
    expect(words("news.plan.saved", { file: "p.json", count: 1 })).toBe("p.json is saved. The photo is not in it.");
    expect(words("news.plan.saved", { file: "p.json", count: 3 })).toBe("p.json is saved. The photos are not in it.");
  });

  it("leaves what is put in as it is, whatever it looks like", () => {
    const odd = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("{{count}}", "{{count, whole}}", "$t(page.title)", "<b>&amp;/</b>", "$&", "a_one", "{{- x}}"),
    );
    fc.assert(
      fc.property(odd, odd, (view, placed) => {
        expect(words("head.summary", { view, placed })).toBe(`${view}, ${placed}`);
        expect(words("status.shown", { count: 2, photo: view })).toBe(`2 dots on ${view}`);
      }),
    );
  });

  it("takes another text in: two sentences are one saying", () => {
    const both = saying("sentences", {
      first: saying("news.plan.none"),
      second: saying("sentences", { first: saying("news.faces", { count: 2 }), second: "Last." }),
    });
    expect(said(both)).toBe(
      "The plan is open, with the head where it was. 2 faces are in this photo: choose whose head it is. Last.",
    );
  });

  it("outlives a store that keeps plain data", () => {
    const kept = saying("closeUp.dot", { diameter: 0.35, px: 3.04 });
    expect(said(JSON.parse(JSON.stringify(kept)) as typeof kept)).toBe("A dot of 0.35 mm is 3.0 px wide here.");
  });
});

describe("a number in a text", () => {
  it("has the unit of its format", () => {
    expect(words("photo.lensIs.read", { mm: 26.4 })).toBe("26 mm, from the file");
    expect(words("closeUp.dot", { diameter: 0.4, px: 12 })).toBe("A dot of 0.4 mm is 12.0 px wide here.");
    expect(words("dot.mm", { mm: 0.4 })).toBe("0.40 mm");
    expect(words("work.mixIs", { dilution: "1:20", pigment: 0.0952, water: 1.9048 })).toBe("1:20: 0.10 + 1.90 mL");
    expect(words("camera.strengthSpoken", { share: 50 })).toBe("50 percent");
    expect(words("scale.average", { wide: 154.4, percent: 6 })).toContain("Head 154 mm wide, ±6 %");
  });

  it("is plain digits, but for megapixels, which may be many", () => {
    expect(words("time.session2", { share: 70 })).toBe("70 % of the dots stand.");
    expect(words("photo.sizeIs", { width: 12_000, height: 9000, megapixels: 108 })).toBe("12000 × 9000 px, 108.0 MP");
    expect(words("fault.photo.too-large", { megapixels: 10_000, most: 50 })).toContain("10,000 megapixels");
  });

  it("is money in the currency that is given", () => {
    expect(words("work.price", { price: { amount: 1200, currency: "EUR" } })).toBe("<b>€1,200</b> in all");
    expect(words("work.price", { price: { amount: 99.6, currency: "CHF" } })).toMatch(/^<b>CHF.100<\/b> in all$/);
    expect(words("work.price", { price: { amount: 1, currency: "GBP" } })).toBe("<b>£1</b> in all");
  });

  it("is rounded as arithmetic rounds it", () => {
    fc.assert(
      // Adding 0 takes its sign from -0, which only one of the two would show.
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0),
        (value) => {
          expect(words("work.hoursAre", { hours: value })).toBe(value.toFixed(1));
          expect(words("viewing.pxPerMmIs", { px: value })).toBe(value.toFixed(2));
          expect(words("work.sessionIs", { session: value })).toBe(value.toFixed(0));
        },
      ),
    );
  });

  it("in groups has the same digits, at most three in each", () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), (value) => {
        expect(groupsOf(value).join("")).toBe(String(value));
        for (const group of groupsOf(value).slice(1)) expect(group).toMatch(/^\d{3}$/);
        expect(groupsOf(value)[0]).toMatch(/^\d{1,3}$/);
      }),
    );
  });
});
