/* Where the head is in the photo: which side is seen, and whether the wire matches. */

import { newPatch } from "../../core/head/patch.ts";
import { type Aspect, type View, aspects } from "../../core/head/view.ts";
import { planOf, viewOf } from "../../core/plan/scene.ts";
import { isBusy, photoHere } from "../../store/session.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { followOutline, guessAgain } from "../head/place-head.ts";
import { chooseFace } from "../opening/read-face.ts";
import { useServices, useSession } from "../services.ts";
import { aspectNames, shortAspectNames, viewName } from "../words.ts";
import { CloseUpRows } from "./CloseUpRows.tsx";
import { HeadToolRows } from "./HeadToolRows.tsx";
import { ScaleRows } from "./ScaleRows.tsx";

type Shown = Aspect | "close-up";

const options: readonly Option<Shown>[] = [
  ...aspects.map((value) => ({ value, label: aspectNames[value], short: shortAspectNames[value] })),
  { value: "close-up", label: "Close-up" },
];

/** The photo shows skin from near and no head: flat, with a scale of its own. */
const asCloseUp = (view: View): View => ({ ...view, fittedBy: "guess", patch: newPatch(view.camera) });
const placedBy: Record<View["fittedBy"], string> = {
  guess: "starting guess",
  face: "fitted by the face",
  person: "placed by you",
  known: "fitted",
};

export function HeadSection() {
  const services = useServices();
  const scene = useSession((state) => state.scene);
  const faces = useSession((state) => photoHere(state)?.faces.length ?? 0);
  const face = useSession((state) => photoHere(state)?.face ?? 0);
  const busy = useSession(isBusy);
  if (!scene) return null;
  const view = viewOf(scene);
  function choose(shown: Shown): void {
    services.session.set({ headTool: "fit" });
    if (shown === "close-up") services.session.view(asCloseUp(view));
    else void guessAgain(services, shown);
  }
  return (
    <Section
      step="head"
      title="Head"
      hint={
        view.patch ? "Mark the treated area and a known length." : "Drag the handles until the wire fits the skull."
      }
      summary={`${viewName(view)}, ${view.patch && view.fittedBy === "guess" ? "scale is a guess" : placedBy[view.fittedBy]}`}
    >
      <Choice
        label="Photo shows"
        look="segments"
        columns={3}
        options={options}
        value={view.patch ? "close-up" : view.aspect}
        onChoose={choose}
      />
      {!view.patch && faces > 1 && (
        <Choice
          label="Whose head"
          look="segments"
          columns={faces}
          options={Array.from({ length: faces }, (_, i) => ({
            value: String(i),
            label: `Face ${i + 1} from the left`,
            short: String(i + 1),
          }))}
          value={String(face)}
          onChoose={(index) => void chooseFace(services, Number(index))}
        />
      )}
      {!view.patch && (
        <SwitchRow
          label="Follow the outline in the photo"
          checked={view.traced}
          disabled={busy}
          onChange={(follow) => void followOutline(services, follow)}
        />
      )}
      {!view.patch && view.fittedBy === "guess" && (
        <div className="buttons">
          <button type="button" className="button" onClick={() => services.session.view({ fittedBy: "person" })}>
            Looks right
          </button>
        </div>
      )}
      <HeadToolRows scene={scene} />
      {view.patch ? <CloseUpRows view={view} plan={planOf(scene)} patch={view.patch} /> : <ScaleRows scene={scene} />}
    </Section>
  );
}
