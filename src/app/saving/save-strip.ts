/* All moments of the view at hand in one picture, each with its name, for the record. */

import { drawCaption } from "../../core/photo/caption.ts";
import { encodeImage } from "../../export/image-file.ts";
import { saveFile } from "../../export/save-file.ts";
import { photoHere } from "../../store/session.ts";
import { saying, words } from "../../words/words.ts";
import { pictureSaying } from "../messages.ts";
import { reportFailure } from "../report-failure.ts";
import type { Services } from "../services.ts";
import { drawThumbnails, ofAllMoments } from "../views/thumbnails.ts";
import { momentName, photoName } from "../names.ts";
import { stem } from "./save-picture.ts";

/** Pixels: a picture's breadth and height, the room for its name, and how many stand side by side. */
const WIDE = 420;
const HIGH = 480;
const NAME = 44;
const ACROSS = 4;
/** Room at the foot for the caption that it is a simulation. */
const FOOT = 48;

export async function saveStrip(services: Services): Promise<void> {
  const { session, preferences } = services;
  const photo = photoHere(session.store.getState());
  if (!photo) return;
  const wanted = ofAllMoments(session.store.getState());
  const rows = Math.ceil(wanted.length / ACROSS);
  const canvas = new OffscreenCanvas(ACROSS * WIDE, rows * (HIGH + NAME) + FOOT);
  const context = canvas.getContext("2d");
  if (!context) return;
  context.fillStyle = "#262626";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#f0f0f0";
  context.font = "22px system-ui, sans-serif";
  context.textAlign = "center";
  let at = 0;
  const stop = new AbortController();
  const job = session.begin(saying("busy.moments"), () => stop.abort());
  try {
    const lay = (_: unknown, picture: ImageBitmap): void => {
      const [left, top] = [(at % ACROSS) * WIDE, Math.floor(at / ACROSS) * (HIGH + NAME)];
      const scale = Math.min((WIDE - 12) / picture.width, (HIGH - 12) / picture.height);
      const [wide, high] = [scale * picture.width, scale * picture.height];
      context.drawImage(picture, left + (WIDE - wide) / 2, top + (HIGH - high) / 2, wide, high);
      picture.close();
      context.fillText(momentName(wanted[at].id), left + WIDE / 2, top + HIGH + 24, WIDE - 16);
      at += 1;
      job.progress(at / wanted.length);
    };
    while (!stop.signal.aborted && at < wanted.length) {
      const rest = wanted.slice(at);
      const done = await drawThumbnails(services, rest, () => !stop.signal.aborted, lay, WIDE);
      // Follicles are still growing: the rest is asked for again.
      if (!done) await new Promise((go) => setTimeout(go, 300));
    }
    if (stop.signal.aborted) return session.say(saying("news.picture.stopped"));
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const pixels = { width, height, data };
    drawCaption(pixels, { long: words("caption.long"), short: words("caption.short") });
    const { format } = preferences.getState();
    const file = await encodeImage(pixels, format);
    if (!file.ok) return session.report(pictureSaying(file.reason));
    const name = `${stem(photoName(photo.name))}-smp-over-time.${format === "jpeg" ? "jpg" : "png"}`;
    saveFile(file.value, name);
    session.say(saying("news.picture.momentsSaved", { file: name }));
  } catch (reason) {
    reportFailure(session, "export", reason);
  } finally {
    job.end();
  }
}
