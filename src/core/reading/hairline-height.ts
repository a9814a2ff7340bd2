/* A hairline's height from the face: the forehead is about as high as the middle and the lower third of the face
   (SOURCES hairline-1). A proposal, to be dragged. */

import type { Face } from "./face.ts";
import { upperThird } from "../hairline/guides.ts";
import type { Vault } from "../head/vault.ts";
import type { View } from "../head/view.ts";
import type { Millimetres } from "../units.ts";
import { facialThirds } from "./facial-thirds.ts";

/**
 * Against the mean of the two thirds: 0.86 a youthful line, 1 a mature one; between them (SOURCES hairline-1, measured
 * on 63 foreheads with an error of 6 mm).
 */
const SHARE = 0.95;
/** Lines that are drawn at all. */
const [LEAST, MOST] = [55, 80];

/** Glabella to mid-frontal point, mm, as the thirds of this face in this view propose it. */
export const heightByThirds = (vault: Vault, view: View, face: Face): Millimetres =>
  Math.round(Math.max(LEAST, Math.min(MOST, SHARE * upperThird(facialThirds(vault, view, face)))));
