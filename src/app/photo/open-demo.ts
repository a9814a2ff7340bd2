/* The demo: a head that ships with the app. Its camera and pose are known, so nothing has to be guessed. */

import type { Camera, Pose } from "../../core/head/camera.ts";
import { plainView } from "../../core/head/view.ts";
import { fetchPhoto } from "../../intake/sources.ts";
import { photoSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { openWork } from "./open-work.ts";

/** A name that no file has: it has no ending. */
export const DEMO_NAME = "Demo head";

const FOLDER = "demo/";

type DemoView = { readonly file: string; readonly focalPx: number; readonly pose: Pose } & Pick<
  Camera,
  "width" | "height"
>;
type Demo = { readonly views: { readonly front: DemoView } };

export async function openDemo(services: Services): Promise<void> {
  const { session } = services;
  session.set({ busy: "Fetching the demo photo…", note: null });
  const description = await fetchPhoto(`${FOLDER}demo.json`);
  if (!description.ok) {
    return session.set({ busy: null, note: { kind: "problem", text: photoSentence(description.reason) } });
  }
  const { front } = (JSON.parse(await description.value.text()) as Demo).views;
  const photo = await fetchPhoto(FOLDER + front.file);
  if (!photo.ok) return session.set({ busy: null, note: { kind: "problem", text: photoSentence(photo.reason) } });

  const { width, height, focalPx: focal, pose } = front;
  const known = plainView("front", { width, height, focal }, pose, "known");
  await openWork(services, new File([photo.value], DEMO_NAME, { type: photo.value.type }), {
    place: async (host, start) => {
      const { view, skin } = await host.ask<"trace">({ ask: "trace", consultation: { ...start, view: known } });
      return { view: { ...view, fittedBy: "known" }, skin, found: true };
    },
    step: "line",
    client: null,
    news: () => "Demo open: drag the hairline, try the density.",
  });
}
