/* What the plan comes to: skin, dots, hours, mixes and price, at the practitioner's own rates. */

import { useEffect, useState } from "react";
import { uncertainty } from "../../core/head/scale.ts";
import { dilution } from "../../core/pigment/shades.ts";
import type { Measure } from "../../core/picture/measure.ts";
import { planOf } from "../../core/plan/scene.ts";
import { type Pricing, type Rates, priceOf, pricings, sessionWork } from "../../core/plan/work.ts";
import { Choice } from "../parts/Choice.tsx";
import { Digits } from "../parts/Digits.tsx";
import { NumberRow } from "../parts/NumberRow.tsx";
import { Section } from "../parts/Section.tsx";
import { usePreference, useServices, useSession } from "../services.ts";
import { watchMeasure } from "../watch-measure.ts";

const pricingNames: Readonly<Record<Pricing, string>> = {
  session: "Session",
  hour: "Hour",
  cm2: "cm²",
  thousand: "1000 dots",
};

const currencies = ["EUR", "USD", "GBP", "CHF", "AUD", "CAD"] as const;

function useMeasure(): Measure | null {
  const services = useServices();
  const [measure, setMeasure] = useState<Measure | null>(null);
  useEffect(() => watchMeasure(services, setMeasure), [services]);
  return measure;
}

export function WorkSection() {
  const { preferences } = useServices();
  const scene = useSession((state) => state.scene);
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
  const money = new Intl.NumberFormat(undefined, {
    style: "currency",
    currency: rates.currency,
    maximumFractionDigits: 0,
  });
  return (
    <Section step="work" title="Work" hint="Sessions, hours and mixes at your own rates.">
      {sessions ? (
        <>
          <p className="reading">
            <b>{Math.round(area)}</b> cm² of skin, ±{unsure} %
          </p>
          <table className="work">
            <thead>
              <tr>
                <th scope="col">Session</th>
                <th scope="col">Dots</th>
                <th scope="col">Hours</th>
                <th scope="col">Mix</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map(({ dots, hours, pigment, water }, i) => (
                <tr key={i}>
                  <th scope="row">{i + 1}</th>
                  <td>
                    <Digits value={dots} />
                  </td>
                  <td>{hours.toFixed(1)}</td>
                  <td>
                    {dilution(plan.shades[i])}: {pigment.toFixed(2)} + {water.toFixed(2)} mL
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rates.price > 0 && (
            <p className="reading">
              <b>{money.format(priceOf(sessions, area, rates))}</b> in all
            </p>
          )}
        </>
      ) : (
        <p className="remark">Counting…</p>
      )}
      <NumberRow
        label="Dots a minute"
        unit=""
        value={rates.dotsPerMinute}
        least={20}
        most={300}
        step={5}
        onChange={(dotsPerMinute) => set({ dotsPerMinute })}
      />
      <NumberRow
        label="Mix for a session"
        unit="mL"
        value={rates.millilitres}
        least={0.5}
        most={20}
        step={0.5}
        onChange={(millilitres) => set({ millilitres })}
      />
      <Choice
        label="Your price is for one"
        look="segments"
        columns={4}
        options={pricings.map((value) => ({ value, label: pricingNames[value] }))}
        value={rates.pricing}
        onChoose={(pricing) => set({ pricing })}
      />
      <NumberRow
        label="Your price"
        unit={rates.currency}
        value={rates.price}
        least={0}
        most={100_000}
        step={10}
        onChange={(price) => set({ price })}
      />
      <Choice
        label="Currency"
        quiet
        look="segments"
        columns={6}
        options={currencies.map((value) => ({ value, label: value }))}
        value={currencies.find((one) => one === rates.currency) ?? null}
        onChoose={(currency) => set({ currency })}
      />
      <p className="remark">Mixes are pigment + water. Dots are those on all of the head, not only in this photo.</p>
    </Section>
  );
}
