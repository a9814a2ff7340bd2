/* What a picture from the camera is called. */
import { expect, it } from "vitest";
import { fileStamp } from "../../src/intake/camera.ts";

it("is called by the day and the minute, in an order that sorts", () => {
  expect(fileStamp(new Date(2026, 10, 21, 14, 5, 59))).toBe("2026-11-21 14.05");
  expect(fileStamp(new Date(2027, 0, 3, 0, 30))).toBe("2027-01-03 00.30");
});
