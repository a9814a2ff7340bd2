/* Every reason has one sentence: in words, complete, and without the names that only the source knows. */
import { describe, expect, it } from "vitest";
import {
  cameraSaying,
  doubtSaying,
  failureSaying,
  leftOutSaying,
  photoSaying,
  pictureSaying,
  planSaying,
} from "../../src/app/messages.ts";
import type { ForeignFormat } from "../../src/core/photo/image-header.ts";
import type { CameraFault } from "../../src/intake/camera-fault.ts";
import type { PhotoFault } from "../../src/intake/photo-fault.ts";
import { said, saying } from "../../src/words/words.ts";

const photoSentence = (fault: PhotoFault): string => said(photoSaying(fault));
const cameraSentence = (fault: CameraFault): string => said(cameraSaying(fault));

const FOREIGN: Readonly<Record<ForeignFormat, true>> = {
  AVIF: true,
  BMP: true,
  GIF: true,
  "JPEG XL": true,
  PDF: true,
  SVG: true,
  TIFF: true,
  video: true,
};

/** One example of each kind; the type demands that none is forgotten. */
const FAULTS: { readonly [Kind in PhotoFault["kind"]]: Extract<PhotoFault, { kind: Kind }> } = {
  empty: { kind: "empty" },
  "not-an-image": { kind: "not-an-image" },
  heic: { kind: "heic" },
  foreign: { kind: "foreign", format: "TIFF" },
  truncated: { kind: "truncated" },
  damaged: { kind: "damaged" },
  "too-large": { kind: "too-large", width: 100_000, height: 100_000 },
  "too-small": { kind: "too-small", width: 1, height: 1 },
  unreadable: { kind: "unreadable" },
  "too-heavy": { kind: "too-heavy", bytes: 6e8 },
  "canvas-blocked": { kind: "canvas-blocked" },
  "out-of-memory": { kind: "out-of-memory" },
  unreachable: { kind: "unreachable" },
};

const CAMERA: { readonly [Kind in CameraFault["kind"]]: Extract<CameraFault, { kind: Kind }> } = {
  "not-allowed": { kind: "not-allowed" },
  "no-camera": { kind: "no-camera" },
  "in-use": { kind: "in-use" },
  insecure: { kind: "insecure" },
  unsupported: { kind: "unsupported" },
  lost: { kind: "lost" },
  "no-still": { kind: "no-still" },
};

const foreign = Object.keys(FOREIGN).map((format) =>
  photoSentence({ kind: "foreign", format: format as ForeignFormat }),
);
const sentences = [
  ...Object.values(FAULTS).map(photoSentence),
  ...foreign,
  ...Object.values(CAMERA).map(cameraSentence),
  ...[
    pictureSaying({ kind: "picture-too-large", width: 9000, height: 9000 }),
    pictureSaying({ kind: "format-unsupported", format: "png" }),
    leftOutSaying("no-room"),
    leftOutSaying("too-many"),
    planSaying({ fault: "not-a-plan" }),
    planSaying({ fault: "newer-version", version: 99 }),
    planSaying({ fault: "damaged-plan", where: "plans.0.density" }),
    planSaying({ fault: "damaged-plan", where: null }),
    ...(["not-a-face", "turned", "cut", "eyes", "no-rim"] as const).map(doubtSaying),
    ...(["open", "fit", "face", "trace", "draw", "export"] as const).map((doing) => failureSaying(doing, "broken")),
    saying("news.noisy"),
  ].map(said),
];

describe("a sentence for the user", () => {
  it.each([...new Set(sentences)])("is whole and calm: %s", (sentence) => {
    expect(sentence).toMatch(/^[A-Z][^!]*\.$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object|error|invalid|fail/i);
    expect(sentence.length).toBeLessThan(240);
  });

  it("differs from reason to reason", () => {
    const all = Object.values(FAULTS).map(photoSentence);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(foreign).size).toBe(foreign.length);
    expect(new Set(Object.values(CAMERA).map(cameraSentence)).size).toBe(Object.keys(CAMERA).length);
  });

  it("names the file's own format, and the three that open", () => {
    expect(photoSentence(FAULTS.foreign)).toMatch(/a TIFF.*JPEG, PNG and WebP/);
  });

  it("tells the owner of an iPhone where the setting is", () => {
    expect(photoSentence(FAULTS.heic)).toContain("Settings → Camera → Formats → Most Compatible");
  });

  it("counts megapixels so that one pixel too many is never 50 of 50", () => {
    expect(photoSentence({ kind: "too-large", width: 50_500_001, height: 1 })).toContain("51 megapixels");
    expect(photoSentence(FAULTS["too-large"])).toContain("10,000 megapixels");
  });
});
