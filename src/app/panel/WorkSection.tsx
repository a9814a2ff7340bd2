/* What the plan comes to: skin, dots, hours, mixes and price, at the practitioner's own rates. */

import { useEffect, useState } from "react";
import { uncertainty } from "../../core/head/scale.ts";
import { dilution } from "../../core/pigment/shades.ts";
import type { Measure } from "../../core/picture/measure.ts";
import { type Scene, planOf } from "../../core/plan/scene.ts";
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
  const { preferences } = useServices();
  const scene = useScene(shown);
  const rates = usePreference((state) => state.rates);
  const measure = useMeasure();
  if (!scene) return null;
  const plan = planOf(scene);
  const { scale } = scene.document;
  const set = (change: Partial<Rates>): void => preferences.setState({ rates: { ...rates, ...change } });
  const sessions = measure?.dots.map((dots, i) => sessionWork(dots, plan.shades[i], rates));
  const area = (measure?.area ?? 0) / 100;
  // Area goes with the square of a length.
  const unsure = 2 * uncertainty(scale);
  return (
    <Section step="work" title={words("step.work")} hint={words("work.hint")}>
      {sessions ? (
        <>
          <p className="reading">
            <RichText text={words("work.area", { area, percent: unsure })} />
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
                  <td>{words("work.mixIs", { dilution: dilution(plan.shades[i]), pigment, water })}</td>
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
      ) : (
        <p className="remark">{words("work.counting")}</p>
      )}
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
      <p className="remark">{words("work.says")}</p>
    </Section>
  );
}
