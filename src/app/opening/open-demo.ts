/* The demo: a head that ships with the app, from all sides. Cameras and poses are known, so nothing has to be guessed. */

import type { Camera, Pose } from "../../core/head/camera.ts";
import { type Aspect, plainView, refitted } from "../../core/head/view.ts";
import { type Result, ok } from "../../core/result.ts";
import type { PhotoFault } from "../../intake/photo-fault.ts";
import { fetchPhoto } from "../../intake/sources.ts";
import { fileSentence, photoSentence } from "../messages.ts";
import type { Services } from "../services.ts";
import { type Place, type ReadPhoto, addBeside, beginClient } from "./add-photo.ts";
import type { OpeningTask } from "./opening-queue.ts";
import { TooLate } from "../task.ts";

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

/** One of its photos under its name, read. */
async function demoPhoto({ views }: Demo, name: Name, { intake }: Services): Promise<Result<ReadPhoto, PhotoFault>> {
  const fetched = await fetchPhoto(FOLDER + views[name].file);
  if (!fetched.ok) return fetched;
  const file = new File([fetched.value], names[name], { type: fetched.value.type });
  const read = await intake.openPhoto(file);
  return read.ok ? ok({ photo: read.value, file }) : read;
}

/** How its head lies in one of its photos; the outline is followed there. */
const placeOf =
  ({ views }: Demo, name: Name): Place =>
  async (host, { vault }, start) => {
    const { width, height, focalPx: focal, pose } = views[name];
    const known = refitted(start, plainView(VIEWS[name], { width, height, focal }, pose, "known"));
    const { view, skin } = await host.ask("trace", { vault, view: known });
    return { view: { ...view, fittedBy: "known" }, skin, found: true };
  };

/** Resolves when the photo that is looked at shows its first dots: what was asked for comes before what is beside it. */
const picture = ({ session: { store } }: Services): Promise<void> =>
  new Promise((resolve) => {
    if (store.getState().dots > 0) return resolve();
    const stop = store.subscribe(({ dots }) => {
      if (dots === 0) return;
      stop();
      resolve();
    });
  });

async function addOthers(services: Services, demo: Demo, client: number): Promise<void> {
  await picture(services);
  for (const name of ["three-quarter", "left", "right", "top", "back"] as const) {
    const photo = await demoPhoto(demo, name, services);
    // The front is what was asked for; what cannot be fetched beside it is not missed.
    if (photo.ok) await addBeside(services, client, photo.value, placeOf(demo, name));
  }
}

/** Opens the front view and, once it shows its dots, the others beside it. */
export async function openDemo(services: Services): Promise<void> {
  const { session, opening } = services;
  let opened: { readonly demo: Demo; readonly client: number } | null = null;
  const open = async (task: OpeningTask): Promise<void> => {
    // A client has been opened while it waited for its turn.
    if (session.store.getState().scene) throw new TooLate();
    const description = await task.until(() => fetchPhoto(`${FOLDER}demo.json`));
    if (!description.ok) return task.refuse(photoSentence(description.reason));
    const demo = JSON.parse(await description.value.text()) as Demo;
    const front = await task.until(() => demoPhoto(demo, "front", services));
    if (!front.ok) return task.refuse(photoSentence(front.reason));
    await beginClient(services, task, front.value, placeOf(demo, "front"), "line");
    opened = { demo, client: session.store.getState().client };
    task.session.say(fileSentence("demo"), front.value.photo.id);
  };
  await opening.add([{ name: DEMO_NAME, run: open }], async () => {
    if (!opened) return;
    await addOthers(services, opened.demo, opened.client).catch((reason: unknown) => {
      // Whoever has left the demo does not miss its other photos.
      if (!(reason instanceof TooLate)) throw reason;
    });
  });
}
