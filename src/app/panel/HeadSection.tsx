/* Where the head is in the photo: which side is seen, and whether the wire matches. */

import { newPatch } from "../../core/head/patch.ts";
import { type Aspect, type View, aspects, isGuess } from "../../core/head/view.ts";
import { type Scene, planOf, viewOf } from "../../core/plan/scene.ts";
import { isBusy, photoHere } from "../../store/session.ts";
import { Choice, type Option } from "../parts/Choice.tsx";
import { Section } from "../parts/Section.tsx";
import { SwitchRow } from "../parts/SwitchRow.tsx";
import { followOutline, guessAgain } from "../head/place-head.ts";
import { chooseFace } from "../opening/read-face.ts";
import { useScene, useServices, useSession } from "../services.ts";
import { words } from "../../words/words.ts";
import { viewName } from "../../words/names.ts";
import { CloseUpRows } from "./CloseUpRows.tsx";
import { HeadToolRows } from "./HeadToolRows.tsx";
import { ScaleRows } from "./ScaleRows.tsx";
import { TruthRows } from "./TruthRows.tsx";

type Shown = Aspect | "close-up";

const options = (): readonly Option<Shown>[] =>
  [...aspects, "close-up" as const].map((value) => ({
    value,
    label: words(`aspect.${value}.name`),
    short: words(`aspect.${value}.short`),
  }));

/** The photo shows skin from near and no head: flat, with a scale of its own. */
const asCloseUp = (view: View): View => ({ ...view, fittedBy: "guess", patch: newPatch(view.camera) });

/** Which view it is and what its place rests on. */
function summaryOf(view: View): string {
  const { patch, fittedBy } = view;
  const placed = patch && fittedBy === "guess" ? "scaleGuess" : fittedBy;
  return words("head.summary", { view: viewName(view), placed: words(`head.placed.${placed}`) });
}

/** Of the plan the density, and in a close-up the dot: what is seen of them is told. */
const shown = (scene: Scene) => {
  const { vault, scale, views, growth } = scene.document;
  const { density, dot } = planOf(scene);
  return [vault, scale, views, growth, scene.cursor.photo, viewOf(scene).patch ? dot : density];
};

export function HeadSection() {
  const services = useServices();
  const scene = useScene(shown);
  const faces = useSession((state) => photoHere(state)?.faces.length ?? 0);
  const face = useSession((state) => photoHere(state)?.face ?? 0);
  const busy = useSession(isBusy);
  if (!scene) return null;
  const view = viewOf(scene);
  function choose(aspect: Shown): void {
    services.session.set({ headTool: "fit" });
    if (aspect === "close-up") services.session.view(asCloseUp(view));
    else void guessAgain(services, aspect);
  }
  return (
    <Section
      step="head"
      title={words("step.head")}
      hint={words(view.patch ? "head.hintCloseUp" : "head.hint")}
      summary={summaryOf(view)}
    >
      <TruthRows scene={scene} />
      {!view.patch && faces > 1 && (
        <Choice
          label={words("head.whose")}
          look="segments"
          columns={faces}
          options={Array.from({ length: faces }, (_, i) => ({
            value: String(i),
            label: words("head.face", { which: i + 1 }),
            short: words("head.faceShort", { which: i + 1 }),
          }))}
          value={String(face)}
          onChoose={(index) => void chooseFace(services, Number(index))}
        />
      )}
      <Choice
        label={words("head.shows")}
        look="segments"
        columns={3}
        options={options()}
        value={view.patch ? "close-up" : view.aspect}
        onChoose={choose}
      />
      {!view.patch && (
        <SwitchRow
          label={words("head.follow")}
          checked={view.traced}
          disabled={busy}
          onChange={(follow) => void followOutline(services, follow)}
        />
      )}
      {!view.patch && isGuess(view) && (
        <div className="buttons">
          <button type="button" className="button" onClick={() => services.session.view({ fittedBy: "person" })}>
            {words("head.right")}
          </button>
        </div>
      )}
      <HeadToolRows scene={scene} />
      {view.patch ? <CloseUpRows view={view} plan={planOf(scene)} patch={view.patch} /> : <ScaleRows scene={scene} />}
    </Section>
  );
}
