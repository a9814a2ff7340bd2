/* What was frozen: for each version of the plan file plans in which nothing that it knows is as usual, made by the
   functions of the commit named. `core` gives the modules of that commit, by their path in its src/core; `photo` gives
   the skin photo of a size; `demo` the demo's views as that commit opens them. */
import { createHash } from "node:crypto";

const FRONT = { yaw: 14, pitch: -35, roll: 3, x: 4, y: 10, z: 820 };
const SIDE = { yaw: -62, pitch: -12, roll: -4, x: -6, y: 4, z: 760 };
const CAMERA = { width: 450, height: 600, focal: 1200 };
const ACROSS = { width: 480, height: 360, focal: 900 };
const SEED = 5;

/** As a tracing may have it, to a thousandth. */
const outline = (bare) => bare.map((k, i) => Math.round((k + ((i * 7) % 5) * 0.004) * 1000) / 1000);
const head = (maleVault) => ({ ...maleVault, halfBreadth: 79 });
/** Inwards and a little back, without its twin; and the mid point lower, beside the midline. */
function moved({ withPoint, withPointAt, withShape }, vault, hairline, shape) {
  const to = withPoint ?? withPointAt;
  const shaped = { ...withShape(vault, hairline, shape), cover: "top" };
  const lower = to(vault, shaped, "mid", [0.05, 0.62, 0.783], false);
  return to(vault, lower, "templeLeft", [0.5, 0.6, 0.625], false);
}

/** The plans of versions 1 to 3. */
const early = (core, shape, rest) => {
  const { usualPlan } = core("plan/consultation.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const plan = usualPlan();
  return { ...plan, hairline: moved(core("hairline/hairline.ts"), vault, plan.hairline, shape), ...rest };
};

function first(core) {
  const { bareOutline } = core("head/view.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const view = {
    aspect: "front",
    camera: CAMERA,
    pose: FRONT,
    outline: outline(bareOutline),
    traced: true,
    fittedBy: "person",
  };
  const plan = early(core, "widows-peak", { density: 140, shade: "1:10", dotDiameter: 0.46 });
  return { v1: { seed: SEED, vault, plan, view } };
}

/** Version 2 as it began: the average head's breadth has no percentage, and there are no cut-outs. */
function secondAtFirst(core) {
  const { bareOutline } = core("head/view.ts");
  const { averageHead } = core("head/scale.ts");
  const { withScale } = core("plan/consultation.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const view = {
    aspect: "left",
    camera: ACROSS,
    pose: SIDE,
    outline: outline(bareOutline),
    traced: true,
    fittedBy: "face",
    eyes: { pupils: 81.5, iris: 15.25 },
    ruler: { from: { x: 170, y: 120 }, to: { x: 300, y: 90 } },
  };
  const plan = early(core, "winged", { density: 230, shade: "1:15", dotDiameter: 0.3 });
  const consultation = withScale({ seed: SEED, vault, scale: averageHead, plan, view }, averageHead);
  return { "v2-at-first": withScale(consultation, { source: "head", mm: 149 }) };
}

function second(core) {
  const { bareOutline, plainView } = core("head/view.ts");
  const { averageHead } = core("head/scale.ts");
  const { surfaceOf } = core("head/surface.ts");
  const { withCorner, withCut } = core("head/cut.ts");
  const { withScale } = core("plan/consultation.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const seen = {
    ...plainView("front", CAMERA, FRONT, "face"),
    outline: outline(bareOutline),
    eyes: { pupils: 88.25, iris: 16.5 },
    ruler: { from: { x: 150, y: 260 }, to: { x: 300, y: 255 } },
  };
  const view = withCorner(withCut(surfaceOf(vault, seen), seen), 0, 2, { x: 260, y: 330 });
  const plan = early(core, "straight", { density: 300, shade: "1:25", dotDiameter: 0.34 });
  const on = (scale) => withScale({ seed: SEED, vault, scale: averageHead, plan, view }, scale);
  return {
    v2: on({ source: "ruler", mm: 101 }),
    "v2-pupils": on({ source: "pupils", mm: 57 }),
  };
}

/** Version 3 as it began: no close-ups, no nudges. */
function thirdAtFirst(core, photo) {
  const { bareOutline, plainView } = core("head/view.ts");
  const { averageHead } = core("head/scale.ts");
  const { crc32 } = core("photo/crc32.ts");
  const { withPhoto, withScale } = core("plan/consultation.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const front = {
    ...plainView("front", CAMERA, FRONT, "face"),
    photo: crc32(photo(CAMERA).data),
    outline: outline(bareOutline),
    eyes: { pupils: 90.5, iris: 16.75 },
  };
  const side = { ...plainView("left", ACROSS, SIDE, "guess"), photo: crc32(photo(ACROSS).data), traced: false };
  const plan = early(core, "winged", { density: 90, shade: "1:6", dotDiameter: 0.5 });
  const one = { seed: SEED, vault, scale: averageHead, plan, view: front, others: [] };
  return { "v3-at-first": withScale(withPhoto(one, side), { source: "iris", photo: front.photo }) };
}

/** Front with nudge, cut-out and eyes; side; and a close-up. */
function threeViews(core, photo, vault) {
  const { bareOutline, plainView } = core("head/view.ts");
  const { surfaceOf } = core("head/surface.ts");
  const { withCorner, withCut } = core("head/cut.ts");
  const { landmarkDirection, withNudge } = core("head/nudge.ts");
  const { newPatch, withAreaCorner, withEnd } = core("head/patch.ts");
  const { crc32 } = core("photo/crc32.ts");
  const plain = {
    ...plainView("front", CAMERA, FRONT, "face"),
    photo: crc32(photo(CAMERA).data),
    outline: outline(bareOutline),
    eyes: { pupils: 90.5, iris: 16.75 },
    ruler: { from: { x: 150, y: 260 }, to: { x: 300, y: 255 } },
  };
  const cut = withCut(plain, { x: 230, y: 300 }, 110);
  const surface = surfaceOf(vault, cut);
  const at = landmarkDirection(vault, "vertex");
  const { x, y } = surface.toImage(at);
  const front = withNudge(surface, withCorner(cut, 0, 2, { x: 215, y: 245 }), at, { x: x + 9, y: y - 7 });
  const side = { ...plainView("left", ACROSS, SIDE, "person"), photo: crc32(photo(ACROSS).data), traced: false };
  const near = { width: 420, height: 300, focal: 400 };
  const bare = { ...plainView("crown", near, FRONT, "person"), photo: crc32(photo(near).data) };
  const patch = newPatch(near);
  const marked = withEnd(bare, { ...patch, mm: 12 }, "to", { x: 290, y: 270 });
  const closeUp = withCut(withAreaCorner(marked, marked.patch, 1, { x: 330, y: 50 }), { x: 200, y: 210 }, 80);
  return { front, side, closeUp };
}

function third(core, photo) {
  const { averageHead } = core("head/scale.ts");
  const { turnedTo, withPhoto, withScale } = core("plan/consultation.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const { front, side, closeUp } = threeViews(core, photo, vault);
  const plan = early(core, "natural", { density: 160, shade: "1:15", dotDiameter: 0.42 });
  const one = { seed: SEED, vault, scale: averageHead, plan, view: front, others: [] };
  const all = withScale(withPhoto(withPhoto(one, side), closeUp), { source: "face", photo: front.photo });
  return { v3: all, "v3-close-up": turnedTo(all, closeUp.photo) };
}

/** The plans of versions 4 and 5. */
const late = (core, shape, rest) => {
  const { usualPlan } = core("plan/consultation.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const plan = usualPlan();
  return { ...plan, hairline: moved(core("hairline/hairline.ts"), vault, plan.hairline, shape), ...rest };
};
const DARK = { parts: 9, name: "" };
const THREE_SHADES = [
  { parts: 30, name: "Ash, first bottle" },
  { parts: 20, name: "" },
  { parts: 12, name: "Kohle “N° 2”" },
];

/** Version 4 as it began: nothing said of highlights, of where skin is read, or of softness. */
function fourthAtFirst(core, photo) {
  const { withPhoto, newConsultation, withScale } = core("plan/consultation.ts");
  const { looksLike } = core("pigment/dot.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const { front, side } = threeViews(core, photo, vault);
  const dot = { ...looksLike.bold, depth: 0.9 };
  const plan = late(core, "widows-peak", { density: 180, shades: THREE_SHADES, undertone: "cool", turns: true, dot });
  const one = { ...newConsultation(front, plan), seed: SEED, vault, moment: "session-2" };
  return { "v4-at-first": withScale(withPhoto(one, side), { source: "pupils", photo: front.photo, mm: 59.5 }) };
}

function fourth(core, photo) {
  const { newConsultation, turnedTo, withPhoto, withScale } = core("plan/consultation.ts");
  const { looksLike } = core("pigment/dot.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const { front, side, closeUp } = threeViews(core, photo, vault);
  const read = { ...front, skinAt: { x: 231, y: 402 }, neutralAt: { x: 12, y: 9 } };
  const dot = { ...looksLike.fine, variation: 1.6, depth: 0.35 };
  const plan = late(core, "straight", { density: 220, shades: THREE_SHADES, undertone: "warm", turns: true, dot });
  const one = { ...newConsultation(read, plan), seed: SEED, vault, moment: "year-3", fades: false };
  const all = withScale(withPhoto(withPhoto(one, side), closeUp), { source: "ruler", photo: front.photo, mm: 104 });
  return {
    v4: all,
    "v4-fresh": { ...all, moment: "fresh" },
    "v4-fades": { ...all, moment: "session-1", fades: true },
    "v4-close-up": { ...turnedTo(all, closeUp.photo), moment: "session-1", fades: true },
  };
}

/** Version 4 as it ended: photos have a softness, or none where the plan came from before it was read. */
function fourthAtLast(core, photo) {
  const { v4 } = fourth(core, photo);
  const [side, closeUp] = v4.others;
  const front = { ...v4.view, softness: 1.4 };
  return {
    "v4-soft": {
      ...v4,
      view: front,
      others: [
        { ...side, softness: null },
        { ...closeUp, softness: 0.7 },
      ],
    },
  };
}

function fifth(core, photo) {
  const { newConsultation, turnedTo, withPhoto, withScale } = core("plan/consultation.ts");
  const { looksLike } = core("pigment/dot.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const { front, side, closeUp } = threeViews(core, photo, vault);
  const read = { ...front, skinAt: { x: 231, y: 402 }, neutralAt: { x: 12, y: 9 }, softness: 1.4 };
  const dot = { ...looksLike.bold, strength: 0.8, variation: 1.6, depth: 0.7 };
  const plan = late(core, "winged", { density: 205, shades: THREE_SHADES, undertone: "cool", turns: true, dot });
  const one = { ...newConsultation(read, plan), seed: SEED, vault, moment: "year-4", fades: true };
  const two = withPhoto(one, { ...side, softness: 0.9 });
  const all = withScale(withPhoto(two, { ...closeUp, softness: 2.1 }), { source: "face", photo: front.photo });
  const matte = { ...all, fades: false, moment: "day-3" };
  return {
    v5: all,
    "v5-matte": matte,
    "v5-first-edition": { ...matte, plan: { ...plan, edition: 1 }, fades: true, moment: "session-2" },
    "v5-close-up": { ...turnedTo(all, closeUp.photo), moment: "fresh" },
  };
}

/** The three views, each named by its photo's bytes. */
function namedViews(core, photo, vault) {
  const { contentName } = core("head/view.ts");
  const named = (view) => {
    const sha256 = createHash("sha256").update(photo(view.camera).data).digest("hex");
    return { ...view, photo: contentName(sha256) };
  };
  const { front, side, closeUp } = threeViews(core, photo, vault);
  return { front: named(front), side: named(side), closeUp: named(closeUp) };
}

/** Version 6: photos named by their bytes, two plans, nothing of where it was looked at. */
function sixth(core, photo) {
  const { newDocument, withPhoto, withScale } = core("plan/document.ts");
  const { usualPlan } = core("plan/plan.ts");
  const { looksLike } = core("pigment/dot.ts");
  const vault = head(core("head/vault.ts").maleVault);
  const { front, side, closeUp } = namedViews(core, photo, vault);
  const read = { ...front, skinAt: { x: 231, y: 402 }, neutralAt: { x: 12, y: 9 }, softness: 1.4 };
  const usual = usualPlan();
  const dot = { ...looksLike.bold, strength: 0.8, variation: 1.6, needleDepth: 0.7 };
  const hairline = moved(core("hairline/hairline.ts"), vault, usual.hairline, "widows-peak");
  const first = { ...usual, hairline, density: 215, shades: THREE_SHADES, undertone: "cool", turns: true, dot };
  const second = { ...usual, density: 120, edition: 1 };
  const one = { ...newDocument(read, first), seed: SEED, vault, plans: [first, second] };
  const two = withPhoto(one, { ...side, softness: 0.9 });
  const three = withPhoto(two, { ...closeUp, softness: 2.1 });
  const all = withScale(three, { source: "face", photo: read.photo });
  return { v6: all, "v6-matte": { ...all, matteSkin: true, plans: [second, first] } };
}

/** Version 7: finishes of their own, and a head that bows. */
function seventh(core, photo) {
  const { v6 } = sixth(core, photo);
  const { fronts, sides } = core("hairline/finish.ts");
  const [first, second] = v6.plans;
  const front = { ...fronts.broken, edge: 0.45, transition: 7.5, stray: 5, micro: 4.4 };
  const own = { front, sides: { ...sides.medium, stray: 2.5 } };
  const whole = { ...first.hairline, cover: "scalp", finish: own };
  const plans = [
    { ...first, hairline: whole },
    { ...second, edition: 2, hairline: { ...second.hairline, finish: null } },
  ];
  const [bowed, ...others] = v6.views;
  const all = { ...v6, plans, views: [{ ...bowed, aspect: "front-bowed" }, ...others] };
  const fringed = { ...first, hairline: { ...first.hairline, finish: { front: fronts.soft, sides: sides.defined } } };
  return { v7: all, "v7-fringe": { ...all, matteSkin: true, plans: [fringed] } };
}

/** Version 8: a line drawn by hand and all round, temples and covers, and areas of every kind. */
function eighth(core, photo) {
  const { newDocument, withPhoto } = core("plan/document.ts");
  const { usualPlan } = core("plan/plan.ts");
  const { hairlineOfShape, withCover } = core("hairline/hairline.ts");
  const { asDrawn } = core("hairline/drawn-line.ts");
  const { brushed, newArea } = core("hairline/areas.ts");
  const { brushCells } = core("hairline/brush.ts");
  const { fronts, sides } = core("hairline/finish.ts");
  const vault = { ...core("head/vault.ts").maleVault, halfBreadth: 79 };
  const first = { ...usualPlan(), density: 215, shades: THREE_SHADES, undertone: "cool" };
  const { front, side } = namedViews(core, photo, vault);
  const views = [{ ...front, softness: 1.4 }, side];
  const finish = {
    front: { ...fronts.soft, strays: 4.5, finer: 0.8, fainter: 0.7 },
    sides: { ...sides.soft, strays: 2, finer: 0.9, fainter: 0.8 },
  };
  const line = hairlineOfShape(vault, "mature", "scalp", 72, finish, "thinned");
  const unit = (x, y, z) => [x, y, z].map((k) => k / Math.sqrt(x * x + y * y + z * z));
  const dabs = [unit(0.3, 0.9, -0.1), unit(0.1, 0.9, -0.3)].map((d) => ({ d, radius: 9 }));
  const crown = newArea("1", "area", "crown", true);
  const scar = newArea("2", "scar", "", false);
  const grafts = newArea("3", "fue", "", false);
  const mole = newArea("4", "leave-free", "mole", false);
  const areas = [
    { ...brushed(crown, brushCells(vault, dabs), false), density: 0.6, shade: 1, sessions: [0.4, 1] },
    { ...scar, points: [unit(-0.5, 0.8, -0.2), unit(0, 0.95, -0.3), unit(0.4, 0.85, -0.25)], shade: -1 },
    { ...grafts, points: [unit(0.2, 0.9, 0.3), unit(0.23, 0.9, 0.33)] },
    { ...mole, points: [unit(-0.1, 0.9, 0.4), unit(-0.2, 0.9, 0.4), unit(-0.15, 0.9, 0.3)] },
  ];
  const drawn = { ...first, hairline: { ...asDrawn(vault, line), uneven: 1.5 }, areas };
  const topped = { ...first, hairline: withCover(vault, line, "top"), shades: [DARK, DARK, DARK] };
  const one = { ...newDocument(views[0], drawn), seed: SEED, vault, plans: [drawn, topped] };
  const all = withPhoto(one, views[1]);
  return { v8: all, "v8-top": { ...all, plans: [topped, drawn] } };
}

/** Version 9: the third edition, with growth, hair said by hand and impressions that lie along it. */
function ninth(core, photo) {
  const { v8, "v8-top": top } = eighth(core, photo);
  const growth = { whorl: [-0.2, 0.86, -0.4694677], turn: "anticlockwise", back: 35 };
  const third = (plan, along, undertone) => ({ ...plan, edition: 3, undertone, dot: { ...plan.dot, along } });
  const [drawn, topped] = v8.plans;
  const plans = [third(drawn, 1.3, "warm"), third(topped, 1, "neutral")];
  const all = { ...v8, growth, hair: "grey", plans };
  return { v9: all, "v9-matte": { ...all, matteSkin: true, growth: null, plans: [third(top.plans[0], 1.15, "cool")] } };
}

/** The demo head's front view as the app opened it, and from version 3 on two more of its photos. */
async function demoHead(core, demo, version) {
  const { withShape } = core("hairline/hairline.ts");
  const { consultation, photo } = await demo("front");
  const plan = {
    ...consultation.plan,
    hairline: withShape(consultation.vault, consultation.plan.hairline, "straight"),
    density: 150,
  };
  const start = { ...consultation, plan };
  const name = `v${version}-demo`;
  if (version < 3) return { [name]: start };
  let whole = { ...start, view: { ...start.view, photo } };
  for (const other of ["three-quarter", "top"]) {
    const seen = await demo(other);
    whole = core("plan/consultation.ts").withPhoto(whole, { ...seen.consultation.view, photo: seen.photo });
  }
  return { [name]: version < 4 ? whole : { ...whole, moment: "session-1" } };
}

/** The same of versions from 6 on. */
async function demoDocument(core, demo, version) {
  const { withShape } = core("hairline/hairline.ts");
  const { withPhoto } = core("plan/document.ts");
  const [front, ...others] = await Promise.all(["front", "three-quarter", "top"].map(demo));
  const { vault, plans } = front;
  const plan = { ...plans[0], hairline: withShape(vault, plans[0].hairline, "straight"), density: 150 };
  const start = { ...front, plans: [plan] };
  return { [`v${version}-demo`]: others.reduce((whole, { views }) => withPhoto(whole, views[0]), start) };
}

/** By commit: the version that it wrote, and whether its plan of the demo head stands for the version. */
export const commits = [
  { commit: "33d345a", version: 1, plans: first, head: true },
  { commit: "589b26c", version: 2, plans: secondAtFirst, head: false },
  { commit: "9920ccd", version: 2, plans: second, head: true },
  { commit: "a96ed67", version: 3, plans: thirdAtFirst, head: false },
  { commit: "05018d2", version: 3, plans: third, head: true },
  { commit: "2ed7af1", version: 4, plans: fourthAtFirst, head: false },
  { commit: "6cc99d8", version: 4, plans: fourth, head: true },
  { commit: "9b058c5", version: 4, plans: fourthAtLast, head: false },
  { commit: "cb61967", version: 5, plans: fifth, head: true },
  { commit: "d6b9909", version: 6, plans: sixth, head: true },
  { commit: "3b0749d", version: 7, plans: seventh, head: false },
  { commit: "c09a3e4", version: 8, plans: eighth, head: false },
  { commit: "ad402ae", version: 9, plans: ninth, head: false },
];

export async function plansOf({ version, plans, head }, core, photo, demo) {
  const made = plans(core, photo);
  if (version > 5) return head ? { ...made, ...(await demoDocument(core, demo, version)) } : made;
  return head ? { ...made, ...(await demoHead(core, demo, version)) } : made;
}
