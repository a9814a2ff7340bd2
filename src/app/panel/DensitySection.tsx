/* How densely: one slider, and how many dots that is in this photo. */

import { type CSSProperties, useEffect, useRef } from "react";
import { DENSITY } from "../../core/plan/consultation.ts";
import { Digits } from "../parts/Digits.tsx";
import { Section } from "../parts/Section.tsx";
import { useServices, useSession } from "../services.ts";

export function DensitySection() {
  const { session } = useServices();
  const density = useSession((state) => state.consultation?.plan.density ?? DENSITY.usual);
  const dots = useSession((state) => state.dots);
  const slider = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // React's onChange is the input event; the end of a sweep is the browser's own change event.
    const node = slider.current;
    const end = (): void => session.endGesture();
    node?.addEventListener("change", end);
    return () => node?.removeEventListener("change", end);
  }, [session]);

  const beginGesture = (): void => session.beginGesture();
  const endGesture = (): void => session.endGesture();
  const share = (density - DENSITY.least) / (DENSITY.most - DENSITY.least);
  return (
    <Section step="density" title="Density" hint="Dots come and go; none moves.">
      <div className="row">
        <p className="reading reading-large">
          <b>{density}</b> dots/cm²
        </p>
        <p className="reading">
          <b>
            <Digits value={dots} />
          </b>{" "}
          dots in this photo
        </p>
      </div>
      <input
        ref={slider}
        className="slider"
        type="range"
        aria-label="Density"
        aria-valuetext={`${density} dots per square centimetre`}
        min={DENSITY.least}
        max={DENSITY.most}
        step={1}
        value={density}
        style={{ "--share": share } as CSSProperties}
        onChange={(event) => session.plan({ density: event.currentTarget.valueAsNumber })}
        onPointerDown={beginGesture}
        onPointerUp={endGesture}
        onPointerCancel={endGesture}
        onKeyDown={beginGesture}
        onKeyUp={endGesture}
        onBlur={endGesture}
      />
      <div className="scale" aria-hidden="true">
        <span>{DENSITY.least} sparse</span>
        <span>{DENSITY.usual} usual</span>
        <span>{DENSITY.most} full</span>
      </div>
    </Section>
  );
}
