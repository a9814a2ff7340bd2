/* All that can be decided. On a desk the steps stand one under the
   other; on a phone one at a time, over a bar of steps. */

import type { ComponentType } from "react";
import { type Step, steps } from "../../store/session.ts";
import { words } from "../../words/words.ts";
import { useSession } from "../services.ts";
import type { Commands } from "../commands.ts";
import { PHONE, useMedia } from "../use-media.ts";
import { DensitySection } from "./DensitySection.tsx";
import { HeadSection } from "./HeadSection.tsx";
import { LineSection } from "./LineSection.tsx";
import { PhotoSection } from "./PhotoSection.tsx";
import { PigmentSection } from "./PigmentSection.tsx";
import { SaveSection } from "./SaveSection.tsx";
import { TimeSection } from "./TimeSection.tsx";
import { WorkSection } from "./WorkSection.tsx";
import { StepBar } from "./StepBar.tsx";

type Props = { readonly commands: Commands };

const sections: Readonly<Record<Step, ComponentType<Props>>> = {
  photo: PhotoSection,
  head: HeadSection,
  line: LineSection,
  density: DensitySection,
  pigment: PigmentSection,
  time: TimeSection,
  work: WorkSection,
  save: SaveSection,
};

export function Panel({ commands }: Props) {
  const phone = useMedia(PHONE);
  const current = useSession((state) => state.step);
  const shown = phone ? [current] : steps;
  return (
    <aside className="panel" aria-label={words("panel.label")}>
      <StepBar />
      <div className="panel-scroll">
        {shown.map((step) => {
          const Part = sections[step];
          return <Part key={step} commands={commands} />;
        })}
      </div>
    </aside>
  );
}
