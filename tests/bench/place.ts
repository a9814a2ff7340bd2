/* Growing and choosing follicles against the peers, and how even they are. */

import PoissonDiskSampling from "poisson-disk-sampling";
import { scalpPoint } from "../../src/core/head/scalp.ts";
import { onScalpChart, wholeScalp } from "../../src/core/head/scalp-chart.ts";
import { maleVault } from "../../src/core/head/vault.ts";
import {
  DEPTH_UNIT,
  type Field,
  createField,
  createMarks,
  createSheet,
  settleRanks,
  shownAt,
} from "../../src/core/stipple/stipple.ts";
import { bridson } from "./bridson.ts";
import { type Entry, against, median, timed } from "./measure.ts";
import { capCounts, pointsOf } from "../heads/scalp-points.ts";
import { evenness, lowFrequencyPower, mean } from "../pictures/evenness.ts";

const COUNT = 120_000;
const ROOM = 205_000;

/** Milliseconds of each of `repeats` runs of something that takes long, in the median. */
const long = (repeats: number, run: () => unknown): number =>
  median(
    Array.from({ length: repeats }, () => {
      const from = performance.now();
      run();
      return performance.now() - from;
    }),
  );

/** A peer's radius for `count` points: scaled by its own count at a first one. */
function radiusFor(count: number, tryOut: (radius: number) => number): number {
  let radius = 1;
  for (let round = 0; round < 4; round++) radius *= Math.sqrt(tryOut(radius) / count);
  return radius;
}

export function placeEntries(quick: boolean): Record<string, Entry> {
  const repeats = 7;
  const entries: Record<string, Entry> = {};
  const side = 300;

  // The field from its seed.
  createField(wholeScalp.chart, 1, 20_000).grow(20_000);
  const ours = long(repeats, () => createField(wholeScalp.chart, 1, COUNT).grow(COUNT));
  const flat = (minDistance: number): number =>
    new PoissonDiskSampling({ shape: [side, side], minDistance, tries: 10 }).fill().length;
  const flatRadius = radiusFor(COUNT, (radius) => flat(radius));
  const peer = long(quick ? 3 : repeats, () => flat(flatRadius));
  entries["field.surface"] = against(ours, peer, `poisson-disk-sampling, flat, ${COUNT} points`);
  entries["field.surface.plain"] = against(
    long(quick ? 1 : 3, () => createField(wholeScalp.chart, 1, COUNT, "fine", "plain").grow(COUNT)),
    peer,
    "the same, against our plain TypeScript",
  );
  const first = long(repeats, () => createField(wholeScalp.chart, 1, COUNT).grow(1000));
  entries["field.first"] = {
    ratio: 100 / first,
    ours: first,
    peer: 100,
    peerName: "100 ms to the first 1,000 dots",
    unit: "ms",
  };

  // Fields of their own from the seed on.
  const costs = [10, 20, 50, 100, 200].map((thousands) => {
    const count = thousands * 1000;
    return {
      thousands,
      each: (long(quick ? 3 : 7, () => createField(wholeScalp.chart, 1, count).grow(count)) * 1000) / count,
    };
  });
  const cheapest = Math.min(...costs.map(({ each }) => each));
  for (const { thousands, each } of costs) {
    entries[`grow.${thousands}k`] = {
      ratio: cheapest / each,
      ours: each,
      peer: cheapest,
      peerName: "the cheapest of these; a field of so many from its seed",
      unit: "us a dot",
      bound: 1.5 * cheapest,
    };
  }

  const field = createField(wholeScalp.chart, 1, ROOM);
  field.grow(200_000);
  // A change of density: which follicles are shown now.
  const from = new Float64Array(ROOM);
  const list = new Int32Array(ROOM);
  settleRanks(field, from, 0, ROOM - 5000, () => 1);
  const uniform = timed(repeats, () => shownAt(from, COUNT, COUNT / field.area, list));
  const bridsonRadius = radiusFor(COUNT, (radius) => bridson(side, side, radius).length / 2);
  const bridsonTime = long(quick ? 5 : repeats, () => bridson(side, side, bridsonRadius));
  entries["place.uniform"] = against(uniform, bridsonTime, "Bridson (Bostock and Roberts) on typed arrays");

  // A smooth ramp from all to a tenth: 50,000 shown at full density 90,900.
  const full = 90_900;
  const ramp = (i: number): number => 0.1 + 0.9 * (0.5 + field.v[i] / (2 * wholeScalp.chart.reach));
  const density = full / field.area;
  settleRanks(field, from, 0, full, ramp);
  const varying = timed(repeats, () => shownAt(from, full, density, list));
  const shown = shownAt(from, full, density, list);
  const rampPeer = (minDistance: number): number =>
    new PoissonDiskSampling({
      shape: [side, side],
      minDistance,
      maxDistance: minDistance * Math.sqrt(10),
      tries: 10,
      // Its distance goes with the root of the density.
      distanceFunction: ([, y]: number[]) => (1 / Math.sqrt(0.1 + 0.9 * (y / side)) - 1) / (Math.sqrt(10) - 1),
    }).fill().length;
  const rampRadius = radiusFor(shown, rampPeer);
  const rampTime = long(quick ? 3 : repeats, () => rampPeer(rampRadius));
  entries["place.varying"] = against(varying, rampTime, `poisson-disk-sampling, density function, ${shown} points`);
  const painted = timed(repeats, () => {
    settleRanks(field, from, 0, full, ramp);
    shownAt(from, full, density, list);
  });
  entries["place.painted"] = against(painted, rampTime, "the same, the ramp itself new each time");
  return { ...entries, ...qualityEntries(field) };
}

/** A law as an entry: the ratio is how far within its limit a figure lies. */
const law = (ours: number, limit: number, peerName: string, least = false): Entry => ({
  ratio: least ? ours / limit : limit / ours,
  ours,
  peer: limit,
  peerName,
  unit: "1",
  bound: limit,
});

function qualityEntries(field: Field): Record<string, Entry> {
  const places = pointsOf(field, COUNT);
  const entries: Record<string, Entry> = {
    "quality.density": law(
      densityError(field, places),
      0.01,
      "realised against asked on 4 cm^2, mean of 600 caps, at most",
    ),
    "quality.spread": law(countSpread(places), 1 / 3, "spread of the count on 1 cm^2 against Poisson's, at most"),
    "quality.ink": law(inkError(), 0.005, "ink laid against ink asked, worst of 400 dots of 0.3 to 12 px, at most"),
  };
  for (const percent of [10, 25, 50, 75, 100]) {
    const count = (COUNT * percent) / 100;
    const spacing = Math.sqrt(field.area / count);
    const { cv, least, nearest } = evenness(places, count, spacing, (i) => Math.hypot(field.u[i], field.v[i]) < 1.7);
    entries[`quality.cv.${percent}`] = law(cv, 0.14, "nearest-neighbour CV, at most");
    entries[`quality.least.${percent}`] = law(least, 0.6, "least against mean distance, at least", true);
    // Four patches to a zone: one alone says little.
    const zones = [0, 0.52, 0.96, 1.3, 1.57].map(
      (t) =>
        (lowPower(field, count, 0, t) +
          lowPower(field, count, t, 0) +
          lowPower(field, count, 0, -t) +
          lowPower(field, count, -t, 0)) /
        4,
    );
    entries[`quality.low.${percent}`] = law(
      Math.max(...zones),
      0.12,
      "low-frequency power against white noise, the worst of five zones, at most",
    );
    entries[`quality.anisotropy.${percent}`] = law(
      anisotropy(places, field, count, nearest),
      1.1,
      "long against short axis of neighbour vectors, the worst of five zones, at most",
    );
  }
  return entries;
}

/**
 * Neighbour vectors in five rings of equal area about the pole, up to 90 degrees from it, along the ring and across it:
 * the worst ratio of the axes of their spread.
 */
function anisotropy(places: Float64Array, field: Field, count: number, nearest: Int32Array): number {
  const rings = Array.from({ length: 5 }, () => ({ across: 0, along: 0 }));
  const end = Math.cos(Math.PI / 2);
  for (let i = 0; i < count; i++) {
    const angle = Math.hypot(field.u[i], field.v[i]);
    const ring = rings[Math.floor(((1 - Math.cos(angle)) / (1 - end)) * 5)];
    const j = nearest[i];
    if (!ring || j < 0 || angle < 0.02) continue;
    const outward = onScalpChart(field.u[i] * 1.001, field.v[i] * 1.001);
    const far = scalpPoint(maleVault, outward.u, outward.v);
    const [x, y, z] = places.subarray(3 * i);
    const step = [far[0] - x, far[1] - y, far[2] - z];
    const size = Math.hypot(...step);
    const d = [places[3 * j] - x, places[3 * j + 1] - y, places[3 * j + 2] - z];
    const across = (d[0] * step[0] + d[1] * step[1] + d[2] * step[2]) / size;
    const along2 = Math.max(0, d[0] * d[0] + d[1] * d[1] + d[2] * d[2] - across * across);
    ring.across += across * across;
    ring.along += along2;
  }
  return Math.max(...rings.map(({ across, along }) => Math.sqrt(Math.max(across, along) / Math.min(across, along))));
}

/** About 2,500 dots of the first `count` round a point of the chart, laid flat by the metric there. */
function lowPower(field: Field, count: number, u: number, v: number): number {
  const { e, f, g } = wholeScalp.chart.metric(u, v);
  const radius = Math.min(14, Math.sqrt((2500 * field.area) / count / Math.PI));
  const x: number[] = [];
  const y: number[] = [];
  // A root of the metric, so that distances are those of the skin.
  const a = Math.sqrt(e);
  const b = f / a;
  const c = Math.sqrt(g - b * b);
  for (let i = 0; i < count; i++) {
    const px = a * (field.u[i] - u) + b * (field.v[i] - v);
    const py = c * (field.v[i] - v);
    if (px * px + py * py > radius * radius) continue;
    x.push(px);
    y.push(py);
  }
  return lowFrequencyPower(x, y, radius);
}

const densityError = (field: Field, places: Float64Array): number =>
  Math.abs(mean(capCounts(places, 4, 600)) / ((400 * COUNT) / field.area) - 1);

function countSpread(places: Float64Array): number {
  const counts = capCounts(places, 1, 600);
  const middle = mean(counts);
  return Math.sqrt(mean(counts.map((count) => (count - middle) ** 2)) / middle);
}

/**
 * Dots of the area of a disc of every radius, at every place within a pixel and as flat as 1 : 4, one after the other.
 */
function inkError(): number {
  const [width, height] = [96, 96];
  const photo = { width, height, data: new Uint8ClampedArray(4 * width * height) };
  const sheet = createSheet(photo);
  let worst = 0;
  for (let k = 0; k < 400; k++) {
    const radius = 0.3 + (11.7 * k) / 400;
    const flat = 0.25 + (0.75 * ((k * 37) % 101)) / 101;
    const marks = createMarks(1);
    marks.count = 1;
    marks.at.set([48 + ((k * 7) % 64) / 64, 48 + ((k * 29) % 64) / 64, 1 / flat, 0, flat, radius, 1]);
    sheet.turn(photo);
    sheet.show(marks, Uint8Array.of(1));
    let ink = 0;
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) ink += sheet.opticalDepth(x, y);
    worst = Math.max(worst, Math.abs(ink / DEPTH_UNIT / (Math.PI * radius * radius) - 1));
  }
  return worst;
}
