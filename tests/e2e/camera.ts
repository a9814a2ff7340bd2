/* The camera's dialog as a visitor meets it. The camera is the browser's own fake one. */
import { expect, type Page } from "@playwright/test";
import { keeping } from "./kept-page.ts";
import { button, calm, demoFile, dotCount, openBytes, steps } from "./screen.ts";

declare global {
  interface Window {
    /** Every track that the page was ever given. */
    tracks: MediaStreamTrack[];
    /** The browser's own way to a camera. */
    askCamera: MediaDevices["getUserMedia"];
  }
}

/** Has the page note its tracks; what it asks the camera by is kept, so that a test may put something in its place. */
async function watchTracks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    window.tracks = [];
    window.askCamera = async (wish) => {
      const stream = await getUserMedia(wish);
      window.tracks.push(...stream.getTracks());
      return stream;
    };
    mediaDevices.getUserMedia = window.askCamera;
  });
}

export const dialog = (page: Page) => page.getByRole("dialog");
export const shutter = (page: Page) => button(page, "Take the picture");
export const ghost = (page: Page) => page.getByRole("img", { name: "Ghost of the old photo" });
export const strength = (page: Page) => page.getByRole("slider", { name: "Strength of the ghost" });
export const liveTracks = (page: Page) =>
  page.evaluate(() => window.tracks.filter(({ readyState }) => readyState === "live").length);

export const toPhotoStep = (page: Page) => steps(page).getByRole("button", { name: "Photo", exact: true }).click();

export async function openCamera(page: Page, name: "Take a photo" | "Retake with a ghost"): Promise<void> {
  await toPhotoStep(page);
  await button(page, name).click();
}

/** A client of one photo, with its head as it was guessed. */
export async function openGuessed(page: Page): Promise<void> {
  await watchTracks(page);
  await page.route("**/models/face/*", (route) => route.abort());
  await page.goto("./");
  await openBytes(page, "front.jpg", "image/jpeg", demoFile("front.jpg"));
  await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(1000);
  await calm(page);
  await button(page, "Dismiss").click();
}

/** Begins with such a client. */
export const onGuessed = keeping("guessed", openGuessed);
