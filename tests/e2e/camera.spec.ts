/* A photo from the camera, with the old one as a ghost over it: taken, given up, lost. */
import { expect } from "@playwright/test";
import { seriousFaults } from "./axe.ts";
import { dialog, ghost, liveTracks, onGuessed, openCamera, shutter, strength, toPhotoStep } from "./camera.ts";
import { button, dotCount, settled, steps, views } from "./screen.ts";

onGuessed.use({ permissions: ["camera"] });
onGuessed.beforeEach(({ page }) =>
  page.evaluate(() => {
    window.tracks = [];
    navigator.mediaDevices.getUserMedia = window.askCamera;
  }),
);

onGuessed("a photo is taken under the ghost of the old one, and opened at the camera's full size", async ({ page }) => {
  await openCamera(page, "Retake with a ghost");
  await expect(shutter(page)).toBeFocused();
  expect(await liveTracks(page)).toBe(1);

  const [live, old] = [await page.getByLabel("Live picture").boundingBox(), await ghost(page).boundingBox()];
  if (!live || !old) throw new Error("live picture or ghost is not on the screen");
  expect(old.height).toBeCloseTo(live.height, 0);
  expect(old.x + old.width / 2).toBeCloseTo(live.x + live.width / 2, 0);
  await strength(page).fill("80");
  await expect(ghost(page)).toHaveCSS("opacity", "0.8");

  // The slider has no use for Space, so it takes the picture from there as well.
  await page.keyboard.press("Space");
  await expect(button(page, "Use this photo")).toBeFocused();
  await expect(page.getByRole("img", { name: "As it was taken" })).toBeVisible();
  await expect(ghost(page)).toBeVisible();
  await page.keyboard.press("Enter");

  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("img", { name: /^Photo \d{4}-\d\d-\d\d \d\d\.\d\d\.jpg with \d+ dots/ })).toBeVisible({
    timeout: 40_000,
  });
  await toPhotoStep(page);
  await expect(page.getByText("3840 × 2160 px")).toBeVisible();
  // In the old one's place, until undo.
  await expect(views(page)).toHaveCount(1);
  await button(page, "Undo").click();
  await expect(page.getByRole("img", { name: /^front\.jpg with/ })).toBeVisible();
  expect(await liveTracks(page)).toBe(0);
});

onGuessed("without a ghost there is none, and no slider for it", async ({ page }) => {
  await openCamera(page, "Take a photo");
  await expect(shutter(page)).toBeEnabled();
  await expect(ghost(page)).toBeHidden();
  await expect(strength(page)).toBeHidden();
});

onGuessed("Escape leaves the open work as it was, and the camera is off", async ({ page }) => {
  const [picture, count] = [await settled(page), await dotCount(page)];
  await toPhotoStep(page);
  await button(page, "Retake with a ghost").click();
  await expect(shutter(page)).toBeEnabled();
  expect(await liveTracks(page)).toBe(1);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect(await liveTracks(page)).toBe(0);
  await expect(button(page, "Retake with a ghost")).toBeFocused();
  await steps(page).getByRole("button", { name: "Line", exact: true }).click();
  expect(await settled(page)).toBe(picture);
  expect(await dotCount(page)).toBe(count);
});

onGuessed("a picture can be taken again, and given up after all", async ({ page }) => {
  await openCamera(page, "Retake with a ghost");
  await shutter(page).click();
  await button(page, "Again").click();
  await expect(shutter(page)).toBeFocused();
  await shutter(page).click();
  await expect(button(page, "Use this photo")).toBeVisible();
  await button(page, "Cancel").click();
  await expect(dialog(page)).toBeHidden();
  expect(await liveTracks(page)).toBe(0);
  await expect(page.getByRole("img", { name: /^front\.jpg with \d+ dots/ })).toBeVisible();
});

onGuessed("the other camera takes the place of the first, which goes off", async ({ page }) => {
  await openCamera(page, "Take a photo");
  await button(page, "Switch camera").click();
  await expect(shutter(page)).toBeFocused();
  const labels = await page.evaluate(() => window.tracks.map(({ label }) => label));
  expect(labels).toEqual(["fake_device_0", "fake_device_1"]);
  expect(await liveTracks(page)).toBe(1);
});

onGuessed("a camera that comes on after the dialog has closed goes off at once", async ({ page }) => {
  await page.evaluate(() => {
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      await new Promise((answered) => window.addEventListener("answered", answered, { once: true }));
      return getUserMedia(wish);
    };
  });
  await openCamera(page, "Take a photo");
  await expect(page.getByText("Waiting for the camera")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event("answered")));
  await expect.poll(() => page.evaluate(() => window.tracks.map(({ readyState }) => readyState))).toEqual(["ended"]);
});

onGuessed("where the camera is not allowed, trying again works once it is", async ({ page }) => {
  const context = page.context();
  await context.clearPermissions();
  // The fake camera's dialog always says yes, so the page's permission is asked before it, as browsers do.
  await page.evaluate(() => {
    const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      const { state } = await navigator.permissions.query({ name: "camera" });
      if (state !== "granted") throw new DOMException("Permission denied", "NotAllowedError");
      return getUserMedia(wish);
    };
  });
  await openCamera(page, "Take a photo");
  await expect(dialog(page)).toContainText("Stubble may not use the camera");
  await context.grantPermissions(["camera"]);
  await button(page, "Try again").click();
  await expect(shutter(page)).toBeEnabled();
});

for (const [name, says] of [
  ["NotFoundError", "No camera was found"],
  ["NotReadableError", "The camera did not start"],
] as const) {
  onGuessed(`the browser's ${name} is told in words, with ways on`, async ({ page }) => {
    await page.evaluate((name) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", name));
    }, name);
    await openCamera(page, "Take a photo");
    await expect(dialog(page)).toContainText(says);
    await expect(button(page, "Try again")).toBeVisible();
    await expect(page.getByLabel("Choose a photo instead")).toBeAttached();
  });
}

onGuessed("a camera that is unplugged says so", async ({ page }) => {
  await openCamera(page, "Take a photo");
  await expect(shutter(page)).toBeEnabled();
  await page.evaluate(() => window.tracks[0].dispatchEvent(new Event("ended")));
  await expect(dialog(page)).toContainText("The camera has stopped");
});

onGuessed("a front camera is a mirror, ghost and all; the photo from it is none", async ({ page }) => {
  // A picture that is red on the left and blue on the right, from a camera that says it looks at the person before it.
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [1200, 900];
      const context = canvas.getContext("2d");
      const draw = (): void => {
        for (const [colour, x] of [
          ["#c00", 0],
          ["#00c", 600],
        ] as const) {
          if (context) context.fillStyle = colour;
          context?.fillRect(x, 0, 600, 900);
        }
      };
      draw();
      setInterval(draw, 50);
      const stream = canvas.captureStream();
      for (const track of stream.getTracks()) track.getSettings = () => ({ facingMode: "user" });
      return Promise.resolve(stream);
    };
  });
  await openCamera(page, "Retake with a ghost");
  await expect(shutter(page)).toBeEnabled();
  const redSide = (): Promise<string> =>
    page.evaluate(async () => {
      const still = document.querySelector<HTMLImageElement>(".camera-frame img");
      const seen = still ?? document.querySelector<HTMLVideoElement>(".camera-frame video");
      const canvas = document.createElement("canvas");
      const context = canvas.getContext("2d");
      await still?.decode();
      if (seen) context?.drawImage(seen, 0, 0, 300, 150);
      const [red, , blue] = context?.getImageData(30, 75, 1, 1).data ?? [];
      if (Math.max(red, blue) < 128) return "nowhere";
      const mirrored = getComputedStyle(document.querySelector(".camera-frame")!).scale === "-1 1";
      return red > blue !== mirrored ? "left" : "right";
    });
  expect(await redSide()).toBe("right");
  await shutter(page).click();
  await expect(page.getByRole("img", { name: "As it was taken" })).toBeVisible();
  expect(await redSide()).toBe("left");
});

for (const [name, width, height] of [
  ["a desk", 1440, 900],
  ["a tablet", 1024, 768],
  ["a phone", 390, 844],
  ["a phone held sideways", 844, 390],
] as const) {
  onGuessed(`on ${name} all is in sight, large enough for a thumb, and without serious faults`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openCamera(page, "Retake with a ghost");
    await expect(shutter(page)).toBeEnabled();
    const phases = [
      ["Take the picture", "Switch camera", "Cancel"],
      ["Use this photo", "Again", "Cancel"],
    ];
    for (const names of phases) {
      for (const target of [strength(page), ...names.map((name) => button(page, name))]) {
        await expect(target).toBeInViewport({ ratio: 1 });
        const box = await target.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
      expect(await seriousFaults(page, "dialog.camera")).toEqual([]);
      if (names === phases[0]) await shutter(page).click();
    }
  });
}
