/* What the plan comes to: skin, dots, hours, mixes and price, at the practitioner's own rates. */

import { useEffect, useState } from "react";
import { uncertainty } from "../../core/head/scale.ts";
import { dilution } from "../../core/pigment/shades.ts";
import type { Measure } from "../../core/picture/measure.ts";
import { type Scene, planOf } from "../../core/plan/scene.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { type Rates, priceOf, pricings, sessionWork } from "../../core/plan/work.ts";
import { Choice } from "../parts/Choice.tsx";
import { Digits } from "../parts/Digits.tsx";
import { NumberRow } from "../parts/NumberRow.tsx";
import { RichText } from "../parts/RichText.tsx";
import { words } from "../../words/words.ts";
import { Section } from "../parts/Section.tsx";
import { usePreference, useScene, useServices } from "../services.ts";
import { watchMeasure } from "../watch-measure.ts";

const currencies = ["EUR", "USD", "GBP", "CHF", "AUD", "CAD"] as const;

function useMeasure(): Measure | null {
  const services = useServices();
  const [measure, setMeasure] = useState<Measure | null>(null);
  useEffect(() => watchMeasure(services, setMeasure), [services]);
  return measure;
}

const shown = (scene: Scene) => [scene.document.scale, planOf(scene).shades];

export function WorkSection() {
  const scene = useScene(shown);
  const measure = useMeasure();
  if (!scene) return null;
  // Area goes with the square of a length.
  const percent = 2 * uncertainty(scene.document.scale);
  return (
    <Section step="work" title={words("step.work")} hint={words("work.hint")}>
      {measure ? (
        <WorkSums measure={measure} percent={percent} shades={planOf(scene).shades} />
      ) : (
        <p className="remark">{words("work.counting")}</p>
      )}
      <RateRows />
      <p className="remark">{words("work.says")}</p>
    </Section>
  );
}

type Sums = { readonly measure: Measure; readonly percent: number; readonly shades: Plan["shades"] };

/** Skin, then each session, then the price; `percent`: how far the area may be out. */
function WorkSums({ measure, percent, shades }: Sums) {
  const rates = usePreference((state) => state.rates);
  // An area may take one session more than the plan: in the last one's shade.
  const shadeIn = (session: number) => shades[Math.min(session, shades.length - 1)];
  const sessions = measure.dots.map((dots, i) => sessionWork(dots, shadeIn(i), rates));
  const area = measure.area / 100;
  return (
    <>
      <p className="reading">
        <RichText text={words("work.area", { area, percent })} />
      </p>
      <table className="work">
        <thead>
          <tr>
            <th scope="col">{words("work.session")}</th>
            <th scope="col">{words("work.dots")}</th>
            <th scope="col">{words("work.hours")}</th>
            <th scope="col">{words("work.mix")}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ dots, hours, pigment, water }, i) => (
            <tr key={i}>
              <th scope="row">{words("work.sessionIs", { session: i + 1 })}</th>
              <td>
                <Digits value={dots} />
              </td>
              <td>{words("work.hoursAre", { hours })}</td>
              <td>{words("work.mixIs", { dilution: dilution(shadeIn(i)), pigment, water })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rates.price > 0 && (
        <p className="reading">
          <RichText
            text={words("work.price", {
              price: { amount: priceOf(sessions, area, rates), currency: rates.currency },
            })}
          />
        </p>
      )}
    </>
  );
}

/** The practitioner's own rates, kept on the device. */
function RateRows() {
  const { preferences } = useServices();
  const rates = usePreference((state) => state.rates);
  const set = (change: Partial<Rates>): void => preferences.setState({ rates: { ...rates, ...change } });
  return (
    <>
      <NumberRow
        label={words("work.dotsPerMinute")}
        unit=""
        value={rates.dotsPerMinute}
        least={20}
        most={300}
        step={5}
        onChange={(dotsPerMinute) => set({ dotsPerMinute })}
      />
      <NumberRow
        label={words("work.mixFor")}
        unit={words("unit.mL")}
        value={rates.millilitres}
        least={0.5}
        most={20}
        step={0.5}
        onChange={(millilitres) => set({ millilitres })}
      />
      <Choice
        label={words("work.pricing")}
        look="segments"
        columns={4}
        options={pricings.map((value) => ({ value, label: words(`pricing.${value}`) }))}
        value={rates.pricing}
        onChoose={(pricing) => set({ pricing })}
      />
      <NumberRow
        label={words("work.yourPrice")}
        unit={rates.currency}
        value={rates.price}
        least={0}
        most={100_000}
        step={10}
        onChange={(price) => set({ price })}
      />
      <Choice
        label={words("work.currency")}
        quiet
        look="segments"
        columns={6}
        options={currencies.map((value) => ({ value, label: value }))}
        value={currencies.find((one) => one === rates.currency) ?? null}
        onChoose={(currency) => set({ currency })}
      />
    </>
  );
}
