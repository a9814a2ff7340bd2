/* All moments of the view at hand in one picture, each with its name, for the record. */

import { viewOf } from "../../core/plan/scene.ts";
import { encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { photoHere } from "../../store/session.ts";
import { momentsCaption } from "../../words/caption.ts";
import { momentName } from "../../words/names.ts";
import { saying } from "../../words/words.ts";
import { pictureSaying } from "../messages.ts";
import type { Services } from "../services.ts";
import { during } from "../task.ts";
import { drawThumbnails, ofAllMoments } from "../views/thumbnails.ts";
import { photoName } from "../names.ts";
import { endings, stem, tellNotSaved } from "./save-picture.ts";

/** Pixels: a picture's breadth and height, the room for its name, and how many stand side by side. */
const WIDE = 420;
const HIGH = 480;
const NAME = 44;
const ACROSS = 4;

type Sheet = { readonly canvas: OffscreenCanvas; readonly context: OffscreenCanvasRenderingContext2D };

const sizeFor = (pictures: number): { readonly width: number; readonly height: number } => ({
  width: ACROSS * WIDE,
  height: Math.ceil(pictures / ACROSS) * (HIGH + NAME),
});

/** An empty sheet with room for so many pictures; null where the browser has none of this size. */
function sheetFor(pictures: number): Sheet | null {
  const { width, height } = sizeFor(pictures);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.fillStyle = "#262626";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#f0f0f0";
  context.font = "22px system-ui, sans-serif";
  context.textAlign = "center";
  return { canvas, context };
}

/** Lays one picture on the sheet, with its name below. */
function lay({ context }: Sheet, at: number, picture: ImageBitmap, name: string): void {
  const [left, top] = [(at % ACROSS) * WIDE, Math.floor(at / ACROSS) * (HIGH + NAME)];
  const scale = Math.min((WIDE - 12) / picture.width, (HIGH - 12) / picture.height);
  const [wide, high] = [scale * picture.width, scale * picture.height];
  context.drawImage(picture, left + (WIDE - wide) / 2, top + (HIGH - high) / 2, wide, high);
  picture.close();
  context.fillText(name, left + WIDE / 2, top + HIGH + 24, WIDE - 16);
}

export async function saveStrip(services: Services): Promise<void> {
  const { session, preferences } = services;
  const { scene } = session.store.getState();
  const photo = photoHere(session.store.getState());
  if (!scene || !photo) return;
  const wanted = ofAllMoments(session.store.getState());
  const { format } = preferences.getState();
  const caption = momentsCaption(viewOf(scene), new Date());
  const name = `${stem(photoName(photo.name))}-smp-over-time.${endings[format]}`;
  const sheet = sheetFor(wanted.length);
  if (!sheet) return session.report(pictureSaying({ kind: "picture-too-large", ...sizeFor(wanted.length) }));
  const work = {
    doing: saying("busy.moments"),
    broken: "export",
    photo: null,
    stoppable: true,
  } as const;
  const ending = await during(session, work, async ({ signal, progress, until, session: mine }) => {
    let at = 0;
    const show = (_: unknown, picture: ImageBitmap): void => {
      lay(sheet, at, picture, momentName(wanted[at].id));
      at += 1;
      progress(at / wanted.length);
    };
    while (at < wanted.length) {
      const rest = wanted.slice(at);
      const done = await until(() => drawThumbnails(services, rest, () => !signal.aborted, show, WIDE));
      // Follicles are still growing: the rest is asked for again.
      if (!done) await until(() => new Promise((go) => setTimeout(go, 300)));
    }
    const { width, height, data } = sheet.context.getImageData(0, 0, sheet.canvas.width, sheet.canvas.height);
    // Loaded when it is wanted: the letters are of no use to the screen.
    const { captioned } = await until(() => import("../../core/photo/caption.ts"));
    const pixels = captioned({ width, height, data }, caption);
    const file = await until(() => encodeImage(pixels, format));
    if (!file.ok) return session.report(pictureSaying(file.reason));
    saveFile(file.value, name);
    mine.say(saying("news.picture.momentsSaved", { file: name }));
  });
  tellNotSaved(session, ending, name);
}
