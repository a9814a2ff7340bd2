/* The skin of all open photos, read anew when all is still after head, place or light were changed, and the stubble and
   the hair of the one at hand; and the plans that follow what that suggests. */

import type { Vault } from "../core/head/vault.ts";
import type { PhotoId, View } from "../core/head/view.ts";
import type { Plan } from "../core/plan/plan.ts";
import { viewOfPhoto } from "../core/plan/document.ts";
import { type Session, openViews, photoHere, planHere, viewHere } from "../store/session.ts";
import type { Services } from "./services.ts";
import { followed, suggestionNow } from "./suggestion.ts";

/** Milliseconds without a change after which all is still. */
const STILL = 300;

/** `plan`: how much of it lies under hair goes with what it asks for. */
type ReadFor = { readonly client: number; readonly vault: Vault; readonly view: View; readonly plan: Plan | null };

/** What was read, and for which fit. */
type What = "skin" | "sides" | "hair";
type Known = Record<What, Map<PhotoId, ReadFor>>;

const isKnown = ({ client, scene }: Session, known: Map<PhotoId, ReadFor>, view: View): boolean => {
  const read = known.get(view.photo);
  return read?.client === client && read.view === view && read.vault === scene?.document.vault;
};

/** Of the one at hand, as the plan is. */
const isHairKnown = (session: Session, { hair }: Known, view: View): boolean =>
  isKnown(session, hair, view) && hair.get(view.photo)?.plan === planHere(session);

/** The next photo whose skin or stubble is not known as it lies now, the one at hand first. */
function nextToRead(session: Session, known: Known): { readonly what: What; readonly view: View } | null {
  const here = photoHere(session) && viewHere(session);
  const views = here ? [here, ...openViews(session)] : openViews(session);
  const view = views.find((one) => !isKnown(session, known.skin, one));
  if (view) return { what: "skin", view };
  if (!here) return null;
  if (!isKnown(session, known.sides, here)) return { what: "sides", view: here };
  return isHairKnown(session, known, here) ? null : { what: "hair", view: here };
}

/** Returns how to stop. */
export function watchSkin({ session, pool, preferences }: Services): () => void {
  const known: Known = { skin: new Map(), sides: new Map(), hair: new Map() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;

  async function readAll(): Promise<void> {
    const now = session.store.getState;
    for (let next = nextToRead(now(), known); next; next = nextToRead(now(), known)) {
      const { what, view } = next;
      const { client, scene } = now();
      if (!scene) return;
      const { vault } = scene.document;
      const plan = planHere(now());
      const found =
        what === "hair"
          ? { hair: await pool.host().ask(what, { scene }) }
          : await pool.host().ask(what, { vault, view });
      const after = now();
      if (after.client !== client || !after.scene || viewOfPhoto(after.scene.document, view.photo) !== view) continue;
      known[what].set(view.photo, { client, vault, view, plan });
      session.read(view.photo, found);
    }
    follow();
  }

  /** No step of undo, and never under a hand that is at work. */
  function follow(): void {
    if (session.isHeld()) return later();
    const own = preferences.getState().shades;
    const suggestion = suggestionNow(session.store.getState(), own);
    if (suggestion) session.amend(({ document }) => followed(document, suggestion, own));
  }

  async function run(): Promise<void> {
    if (reading) return later();
    reading = true;
    try {
      await readAll();
    } finally {
      reading = false;
    }
  }

  function later(): void {
    clearTimeout(timer);
    // Without a reading no shade is suggested, and that is said where shades are chosen.
    timer = setTimeout(() => void run().catch(() => {}), STILL);
  }
  const stops = [
    session.store.subscribe((now, past) => {
      // A photo that is open again has been read by nobody.
      for (const id of past.photos.keys())
        if (!now.photos.has(id)) [known.skin, known.sides, known.hair].forEach((of) => of.delete(id));
      const isOther = now.scene?.cursor.photo !== past.scene?.cursor.photo || now.photos.size !== past.photos.size;
      if (isOther || now.scene?.document !== past.scene?.document) later();
    }),
    preferences.subscribe((now, past) => {
      if (now.shades !== past.shades) later();
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
