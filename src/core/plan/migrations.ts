/* Plan files of earlier versions, brought up step by step. What a version did not say is filled in by figures written
   down here, never by today's defaults: those may change, and old plans look as they did. What is wrong with a file is
   found afterwards, by the present version's limits. */

import { type PhotoId, UNNAMED_PHOTO, crcName } from "../head/view.ts";

export type Content = Readonly<Record<string, unknown>>;

/**
 * By number: entry n makes of a content of version n + 1 what version n + 2 would have written; the first is 1 to 2.
 */
export const migrations: readonly ((content: Content) => Content)[] = [
  withScaleAndCuts,
  withPhotos,
  withSessions,
  withEditionAndSoftness,
  withViewsAndPlans,
  withFinishes,
  withAllRound,
  withGrowth,
  withHair,
];

/** A content of `version`, 1 or later, as the present version would have written it. */
export const broughtUp = (version: number, content: Content): Content =>
  migrations.slice(version - 1).reduce((older, migrate) => migrate(older), content);

/** The first version knew the average head alone. */
function withScaleAndCuts(content: Content): Content {
  const scale = { source: "head", mm: 154, percent: 6 };
  return { ...content, scale, view: { ...part(content.view), eyes: null, ruler: null, cuts: [] } };
}

/**
 * The second knew one photo, and did not name it. When it began it had no cut-outs, and took a breadth that is not the
 * average head's for one that was measured.
 */
function withPhotos(content: Content): Content {
  const scale = part(content.scale);
  const sure = scale.source === "head" ? { percent: scale.mm === 154 ? 6 : 3 } : {};
  return {
    ...content,
    scale: { ...sure, ...scale, photo: 0 },
    view: { cuts: [], ...part(content.view), photo: 0, nudges: [], patch: null },
    others: [],
  };
}

/**
 * The third knew one shade by its trade name, and of the dot its diameter. When it began it had no close-ups or nudges.
 */
function withSessions(content: Content): Content {
  const { shade: named, dotDiameter, ...plan } = part(content.plan);
  const shade = { parts: typeof named === "string" ? Number(named.slice(2)) : named, name: "" };
  return {
    ...inEachView(content, (view) => ({ patch: null, nudges: [], ...view })),
    plan: {
      ...plan,
      shades: [shade, shade, shade],
      undertone: "neutral",
      turns: false,
      dot: { diameter: dotDiameter, strength: 1, variation: 1, depth: 0.5 },
    },
    moment: "healed",
  };
}

/**
 * The fourth painted by the first edition of the calibration. When it began it did not say where skin is read, and dots
 * lay on highlights as elsewhere; when it ended a softness that had not been read was null.
 */
function withEditionAndSoftness({ plan, fades = false, ...content }: Content): Content {
  const read = ({ softness, ...view }: Content): Content => ({
    skinAt: null,
    neutralAt: null,
    ...view,
    softness: softness ?? 0.5,
  });
  return { ...inEachView(content, read), plan: { ...part(plan), edition: 1 }, fades };
}

/** The fifth said where it was looked at, named photos by CRC-32 and held one plan. */
function withViewsAndPlans({ moment, fades, view, others, plan, scale, ...content }: Content): Content {
  const { dot, ...rest } = part(plan);
  const { depth, ...looks } = part(dot);
  return {
    ...content,
    scale: named(part(scale)),
    matteSkin: typeof fades === "boolean" ? !fades : fades,
    views: Array.isArray(others) ? [view, ...others].map((one) => named(part(one))) : others,
    plans: [{ ...rest, dot: { ...looks, needleDepth: depth } }],
    look: { photo: nameByCrc(part(view).photo), moment },
  };
}

/** The sixth knew no finish apart from the shape's, and no bowed front: such a head was called something else. */
function withFinishes({ plans, ...content }: Content): Content {
  const finished = (plan: Content): Content => ({ ...plan, hairline: { ...part(plan.hairline), finish: null } });
  return { ...content, plans: Array.isArray(plans) ? plans.map((plan) => finished(part(plan))) : plans };
}

/**
 * The seventh knew a vault as deep as it is high, which ends under the ears, no ears, and of the line's edge beside and
 * behind nothing but whether it runs round the ears. It knew no areas, counted no strays and had the dots at
 * the edge as those behind.
 */
function withAllRound({ vault, plans, ...content }: Content): Content {
  const { height, ...axes } = part(vault);
  const times = Number(axes["halfBreadth"]) / 77;
  const ear = { top: { y: -6 * times, z: -15 * times }, lobe: { y: -69 * times, z: 0 } };
  return {
    ...content,
    vault: { ...axes, height, depth: height, ear },
    plans: Array.isArray(plans) ? plans.map((plan) => withLineAllRound(part(plan))) : plans,
  };
}

function withLineAllRound(plan: Content): Content {
  const { finish, ...hairline } = part(plan.hairline);
  return {
    ...plan,
    hairline: { ...hairline, finish: withEvenDots(finish), rest: null, drawn: null, uneven: 0 },
    areas: [],
  };
}

function withEvenDots(finish: unknown): unknown {
  if (typeof finish !== "object" || finish === null) return finish;
  const even = { strays: null, finer: 1, fainter: 1 };
  const { front, sides } = part(finish);
  return { front: { ...part(front), ...even }, sides: { ...part(sides), ...even } };
}

/**
 * The eighth knew two editions of the calibration, and nothing of the way hair grows or of its colour; its plans are
 * painted as they were.
 */
function withGrowth({ plans, ...content }: Content): Content {
  const round = (plan: Content): Content => ({ ...plan, dot: { ...part(plan.dot), along: 1 } });
  const grown = { growth: null, plans: Array.isArray(plans) ? plans.map((plan) => round(part(plan))) : plans };
  return withChosenShades({ ...content, ...grown });
}

/** The ninth told no hair from skin: dots lie on all of the head in its photos. */
function withHair({ views, ...content }: Content): Content {
  return {
    ...content,
    views: Array.isArray(views) ? views.map((view) => ({ ...part(view), hair: null, person: null })) : views,
  };
}

/** What had been suggested when a plan was begun counts as chosen: its shade never changes by itself. */
const withChosenShades = ({ plans, ...content }: Content): Content => ({
  ...content,
  hair: null,
  plans: Array.isArray(plans) ? plans.map((plan) => ({ ...part(plan), shadeBy: "person" })) : plans,
});

const named = (holder: Content): Content =>
  "photo" in holder ? { ...holder, photo: nameByCrc(holder.photo) } : holder;

/** 0 stood for a photo that nobody had looked at. What is no checksum has no name. */
function nameByCrc(crc: unknown): PhotoId | null {
  if (typeof crc !== "number" || !Number.isInteger(crc) || crc < 0 || crc > 0xffffffff) return null;
  return crc === 0 ? UNNAMED_PHOTO : crcName(crc);
}

/** In the photo at hand and the others, as versions 1 to 5 had them. */
const inEachView = (content: Content, change: (view: Content) => Content): Content => ({
  ...content,
  view: change(part(content.view)),
  others: Array.isArray(content.others) ? content.others.map((view) => change(part(view))) : content.others,
});

const part = (content: unknown): Content => (typeof content === "object" && content !== null ? { ...content } : {});
