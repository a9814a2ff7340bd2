/* What each sign of a silhouette counts for each side of a head: a logistic regression (softmax) over pictures with
   known views: ten heads of the generator, the demo, the scan and 13 portraits, each once more mirrored. Left and right
   are mirrors of each other by making. */

import type { Aspect } from "../head/view.ts";

export type Weights = { readonly bias: number; readonly even: readonly number[]; readonly odd: readonly number[] };

export const weights: Readonly<Record<Aspect, Weights>> = {
  "front-bowed": {
    bias: -5.57,
    even: [0.72, 3.42, -5.36, 0.66, 2.7, 3.55, 2.28, -17.15, -1.18, -19.13, 12.85, -3.16, 2.02, -8.32],
    odd: [0, 0, 0, 0, 0],
  },
  front: {
    bias: -22.17,
    even: [4.01, 2.03, 5.34, 4.25, 4.16, 1.41, -0.51, 18.32, -0.18, 15.12, 1.81, 3.46, 13.03, 11.3],
    odd: [0, 0, 0, 0, 0],
  },
  "three-quarter-left": {
    bias: 4.96,
    even: [-1.11, -4.6, -2.7, 0.21, 1.45, 0.34, 1.41, 9.77, -0.76, 3.06, -4.02, 0.28, -3.09, 2.24],
    odd: [5.59, -2.31, 0.98, -15.4, -6.41],
  },
  "three-quarter-right": {
    bias: 4.96,
    even: [-1.11, -4.6, -2.7, 0.21, 1.45, 0.34, 1.41, 9.77, -0.76, 3.06, -4.02, 0.28, -3.09, 2.24],
    odd: [-5.59, 2.31, -0.98, 15.4, 6.41],
  },
  left: {
    bias: 9.05,
    even: [-1.92, -0.62, -3.74, -0.68, -1.58, -0.95, -0.7, 0.11, -0.76, 3.48, -2.47, -0.12, 0.18, 0.47],
    odd: [-12.98, -1.34, 7.77, -0.45, 1.63],
  },
  right: {
    bias: 9.05,
    even: [-1.92, -0.62, -3.74, -0.68, -1.58, -0.95, -0.7, 0.11, -0.76, 3.48, -2.47, -0.12, 0.18, 0.47],
    odd: [12.98, 1.34, -7.77, 0.45, -1.63],
  },
  top: {
    bias: -6.99,
    even: [-1.31, 15.63, -1.02, -0.42, -1.9, -2.66, -2.31, -2.84, 1.26, -2.21, -4.2, 1.03, -2.67, -1.21],
    odd: [0, 0, 0, 0, 0],
  },
  crown: {
    bias: -1.85,
    even: [6.59, -4.39, 4.08, 1.2, -5.4, 0.2, 0.35, -5.66, 5.55, -1.1, -3.1, -3.19, -8.19, -4.18],
    odd: [0, 0, 0, 0, 0],
  },
  back: {
    bias: 8.55,
    even: [-3.95, -6.27, 9.84, -4.76, 0.7, -1.29, -1.23, -12.44, -2.41, -5.76, 5.63, 1.54, 1.64, -3],
    odd: [0, 0, 0, 0, 0],
  },
};
