/* What each sign of a silhouette counts for each side of a head: a logistic regression (softmax) over pictures with
   known views: 12 heads of the generator, the demo, the scan and 13 portraits, each once more mirrored. Left and right
   are mirrors of each other by making. */

import type { Aspect } from "../head/view.ts";

export type Weights = { readonly bias: number; readonly even: readonly number[]; readonly odd: readonly number[] };

export const weights: Readonly<Record<Aspect, Weights>> = {
  "front-bowed": {
    bias: -5.6,
    even: [0.2, 2.72, -3.71, 1.6, 2.32, 2.82, 1.84, -13.55, -0.77, -14.67, 10.27, -2.66, 1.38, -7.24],
    odd: [0, 0, 0, 0, 0],
  },
  front: {
    bias: -18.42,
    even: [3.24, 1.93, 4.26, 4.06, 3.13, 0.98, -0.14, 14.54, 0.33, 12.78, 2.37, 2.64, 9.55, 8.57],
    odd: [0, 0, 0, 0, 0],
  },
  "three-quarter-left": {
    bias: 5.41,
    even: [-1.02, -5.43, -2.02, 0.43, 1.09, 0.4, 1.17, 7.46, -0.58, 2.17, -3.61, 0.19, -2.01, 1.62],
    odd: [3.98, -1.6, 0.72, -12.56, -6.36],
  },
  "three-quarter-right": {
    bias: 5.41,
    even: [-1.02, -5.43, -2.02, 0.43, 1.09, 0.4, 1.17, 7.46, -0.58, 2.17, -3.61, 0.19, -2.01, 1.62],
    odd: [-3.98, 1.6, -0.72, 12.56, 6.36],
  },
  left: {
    bias: 8.5,
    even: [-1.95, -0.56, -3.6, -0.8, -1.17, -0.85, -0.59, 0.02, -0.65, 2.37, -2.09, -0.21, -0.01, 0.52],
    odd: [-11.14, -1.17, 6.5, -0.23, 1.14],
  },
  right: {
    bias: 8.5,
    even: [-1.95, -0.56, -3.6, -0.8, -1.17, -0.85, -0.59, 0.02, -0.65, 2.37, -2.09, -0.21, -0.01, 0.52],
    odd: [11.14, 1.17, -6.5, 0.23, -1.14],
  },
  top: {
    bias: -5.72,
    even: [-0.57, 14.09, -1.42, -1.81, -1.52, -2.09, -1.86, -2.55, 0.92, -2.2, -4.24, 1.05, -3.22, -1.23],
    odd: [0, 0, 0, 0, 0],
  },
  crown: {
    bias: -2.32,
    even: [5.51, -2.62, 3.45, 0.44, -4.34, 0.84, -0.32, -4.95, 3.77, -0.45, -2.01, -1.71, -4.5, -2.15],
    odd: [0, 0, 0, 0, 0],
  },
  back: {
    bias: 4.23,
    even: [-2.45, -4.15, 8.67, -3.54, 0.57, -1.64, -0.67, -8.45, -1.79, -4.55, 5, 0.71, 0.82, -2.24],
    odd: [0, 0, 0, 0, 0],
  },
};
