/* The demo: a head that ships with the app, from all sides. Cameras
   and poses are known, so nothing has to be guessed. */

import type { Camera, Pose } from "../../core/head/camera.ts";
import { type Aspect, plainView, refitted } from "../../core/head/view.ts";
import { type Result, ok } from "../../core/result.ts";
import type { PhotoFault } from "../../intake/photo-fault.ts";
import { fetchPhoto } from "../../intake/sources.ts";
import { saying } from "../../words/words.ts";
import { photoSaying } from "../messages.ts";
import { photoName } from "../names.ts";
import type { Services } from "../services.ts";
import { type Place, type ReadPhoto, addBeside, beginClient } from "./add-photo.ts";
import { type DemoView, demoFileName, demoViews } from "./demo-file.ts";
import { demoPlan } from "./demo-plan.ts";
import type { OpeningTask } from "./opening-queue.ts";
import { TooLate } from "../task.ts";

const FOLDER = "demo/";

type Known = {
  readonly file: string;
  readonly aspect: Aspect;
  readonly focalPx: number;
  readonly pose: Pose;
} & Pick<Camera, "width" | "height">;
type Demo = { readonly views: Readonly<Record<DemoView, Known>> };

const [FIRST, ...OTHERS] = demoViews;

/** One of its photos under its name, read. */
async function demoPhoto(
  { views }: Demo,
  name: DemoView,
  { intake }: Services,
): Promise<Result<ReadPhoto, PhotoFault>> {
  const fetched = await fetchPhoto(FOLDER + views[name].file);
  if (!fetched.ok) return fetched;
  const file = new File([fetched.value], demoFileName(name), { type: fetched.value.type });
  const read = await intake.openPhoto(file);
  return read.ok ? ok({ photo: read.value, file }) : read;
}

/** How its head lies in one of its photos; the outline is followed there. */
const placeOf =
  ({ views }: Demo, name: DemoView): Place =>
  async (host, { vault }, start) => {
    const { aspect, width, height, focalPx: focal, pose } = views[name];
    const known = refitted(start, plainView(aspect, { width, height, focal }, pose, "known"));
    const { view, skin } = await host.ask("trace", { vault, view: known });
    return { view: { ...view, fittedBy: "known" }, skin, found: true };
  };

/**
 * Resolves when the photo that is looked at shows its first dots: what was asked for comes before what is beside it.
 */
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
  for (const name of OTHERS) {
    const photo = await demoPhoto(demo, name, services);
    // The first is what was asked for; what cannot be fetched beside it is not missed.
    if (photo.ok) await addBeside(services, client, photo.value, placeOf(demo, name));
  }
}

/** Opens the first view and, once it shows its dots, the others beside it. */
export async function openDemo(services: Services): Promise<void> {
  const { session, opening } = services;
  let opened: { readonly demo: Demo; readonly client: number } | null = null;
  const open = async (task: OpeningTask): Promise<void> => {
    // A client has been opened while it waited for its turn.
    if (session.store.getState().scene) throw new TooLate();
    const description = await task.until(() => fetchPhoto(`${FOLDER}demo.json`));
    if (!description.ok) return task.refuse(photoSaying(description.reason));
    const demo = JSON.parse(await description.value.text()) as Demo;
    const first = await task.until(() => demoPhoto(demo, FIRST, services));
    if (!first.ok) return task.refuse(photoSaying(first.reason));
    await beginClient(services, task, first.value, placeOf(demo, FIRST), "line", demoPlan());
    opened = { demo, client: session.store.getState().client };
    task.session.say(saying("news.demo"), first.value.photo.id);
  };
  await opening.add([{ name: photoName(demoFileName(FIRST)), run: open }], async () => {
    if (!opened) return;
    await addOthers(services, opened.demo, opened.client).catch((reason: unknown) => {
      // Whoever has left the demo does not miss its other photos.
      if (!(reason instanceof TooLate)) throw reason;
    });
  });
}
