/* What is to be known of the photo at hand, beside what its head rests on. */

import type { Scene } from "../../core/plan/scene.ts";
import { photoHere } from "../../store/session.ts";
import { said } from "../../words/words.ts";
import { useSession } from "../services.ts";
import { truthsOf } from "../truths.ts";

export function TruthRows({ scene }: { readonly scene: Scene }) {
  const photo = useSession(photoHere);
  if (!photo) return null;
  return truthsOf(scene, photo).map((truth) => (
    <p key={truth.id} className="remark truth">
      {said(truth)}
    </p>
  ));
}
