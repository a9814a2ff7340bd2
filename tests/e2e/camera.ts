/* The camera's dialog as a visitor meets it. The camera is the browser's own fake one. */
import { expect, type Page } from "@playwright/test";
import { button, calm, demoFile, dotCount, openBytes } from "./screen.ts";

declare global {
  interface Window {
    /** Every track that the page was ever given. */
    tracks: MediaStreamTrack[];
  }
}

export async function watchTracks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.tracks = [];
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => {
      const stream = await getUserMedia(wish);
      window.tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

export const dialog = (page: Page) => page.getByRole("dialog");
export const shutter = (page: Page) => button(page, "Take the picture");
export const ghost = (page: Page) => page.getByRole("img", { name: "Ghost of the old photo" });
export const strength = (page: Page) => page.getByRole("slider", { name: "Strength of the ghost" });
export const liveTracks = (page: Page) =>
  page.evaluate(() => window.tracks.filter(({ readyState }) => readyState === "live").length);

export async function toPhotoStep(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: "Photo", exact: true }).click();
}

export async function openCamera(page: Page, name: "Take a photo" | "Retake with a ghost"): Promise<void> {
  await openClient(page);
  await toPhotoStep(page);
  await button(page, name).click();
}

/** A client of one photo, with its head as it was guessed. */
export async function openClient(page: Page): Promise<void> {
  await page.route("**/models/face/*", (route) => route.abort());
  await page.goto("./");
  await openBytes(page, "front.jpg", "image/jpeg", demoFile("front.jpg"));
  await expect.poll(() => dotCount(page), { timeout: 20_000 }).toBeGreaterThan(1000);
  await calm(page);
  await button(page, "Dismiss").click();
}
