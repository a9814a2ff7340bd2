import { expect, test } from "vitest";
import { renderPicture } from "../../src/core/plan/picture.ts";
import { KNOWN, fingerprint, knownConsultation, knownPhoto } from "../core/plan/known-picture.ts";

test("the known picture has its known bytes in the browser", () => {
  const { picture, dots } = renderPicture(knownPhoto(), knownConsultation);
  expect({ dots, fingerprint: fingerprint(picture.data) }).toEqual(KNOWN);
}, 60_000);
