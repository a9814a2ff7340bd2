/* The demo: a head that ships with the app, from all sides. Cameras and poses are known, so nothing has to be guessed. */

import type { Camera, Pose } from "../../core/head/camera.ts";
import { type Aspect, plainView, refitted } from "../../core/head/view.ts";
import { type Result, ok } from "../../core/result.ts";
import type { PhotoFault } from "../../intake/photo-fault.ts";
import { fetchPhoto } from "../../intake/sources.ts";
import { photoSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Place, addBeside, openClient } from "./open-work.ts";

/** A name that no file has: it has no ending. */
export const DEMO_NAME = "Demo head";

const FOLDER = "demo/";

type DemoView = { readonly file: string; readonly focalPx: number; readonly pose: Pose } & Pick<
  Camera,
  "width" | "height"
>;
/** The demo's own names of its views. */
const VIEWS = {
  front: "front",
  "three-quarter": "three-quarter-right",
  left: "left",
  right: "right",
  top: "top",
  back: "back",
} as const satisfies Record<string, Aspect>;
type Name = keyof typeof VIEWS;
type Demo = { readonly views: Readonly<Record<Name, DemoView>> };

const names: Record<Name, string> = {
  front: DEMO_NAME,
  "three-quarter": `${DEMO_NAME}, three-quarter`,
  left: `${DEMO_NAME}, left side`,
  right: `${DEMO_NAME}, right side`,
  top: `${DEMO_NAME}, top`,
  back: `${DEMO_NAME}, back`,
};

/** One of its photos under its name, and how its head is placed in it. */
async function demoPhoto(
  { views }: Demo,
  name: Name,
): Promise<Result<{ readonly file: File; readonly place: Place }, PhotoFault>> {
  const { file, width, height, focalPx: focal, pose } = views[name];
  const photo = await fetchPhoto(FOLDER + file);
  if (!photo.ok) return photo;
  return ok({
    file: new File([photo.value], names[name], { type: photo.value.type }),
    place: async (host, start) => {
      const known = refitted(start.view, plainView(VIEWS[name], { width, height, focal }, pose, "known"));
      const { view, skin } = await host.ask<"trace">({ ask: "trace", consultation: { ...start, view: known } });
      return { view: { ...view, fittedBy: "known" }, skin, found: true };
    },
  });
}

/** Resolves when the photo at hand shows its first dots: what was asked for comes before what is beside it. */
const picture = ({ session: { store } }: Services): Promise<void> =>
  new Promise((resolve) => {
    if (store.getState().dots > 0) return resolve();
    const stop = store.subscribe(({ dots }) => {
      if (dots === 0) return;
      stop();
      resolve();
    });
  });

export async function openDemo(services: Services): Promise<void> {
  const { session } = services;
  session.set({ busy: "Fetching the demo photo…", note: null });
  const description = await fetchPhoto(`${FOLDER}demo.json`);
  if (!description.ok) {
    return session.set({ busy: null, note: { kind: "problem", text: photoSentence(description.reason) } });
  }
  const demo = JSON.parse(await description.value.text()) as Demo;
  const front = await demoPhoto(demo, "front");
  if (!front.ok) return session.set({ busy: null, note: { kind: "problem", text: photoSentence(front.reason) } });
  const { file, place } = front.value;
  const news = (): string => "Demo open: drag the hairline, try the density.";
  if ((await openClient(services, file, { place, news, step: "line" })) === null) return;
  await picture(services);
  for (const name of ["three-quarter", "left", "right", "top", "back"] as const) {
    const photo = await demoPhoto(demo, name);
    // The front is what was asked for; what cannot be fetched beside it is not missed.
    if (photo.ok) await addBeside(services, photo.value.file, photo.value.place);
  }
}
