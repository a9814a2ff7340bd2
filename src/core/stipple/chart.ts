/* A surface to be stippled, as a chart tells it, and its areas. */

/** A square of side 2 * reach about (0, 0), each point of which stands for one of the surface. */
export type Chart = {
  readonly reach: number;
  /** True where follicles can be wanted. */
  inside(u: number, v: number): boolean;
  /** True where dots are placed: `inside` and a margin about it, so that the edge of the field shows nowhere. */
  near(u: number, v: number): boolean;
  /** The metric there, mm^2 per chart unit^2: |ds|^2 = e du^2 + 2 f du dv + g dv^2. */
  metric(u: number, v: number): { readonly e: number; readonly f: number; readonly g: number };
};

/** Areas of the inside and with the margin, mm^2, and the mean stretch, mm^2 of surface per chart unit^2. */
export type Areas = { readonly inside: number; readonly near: number; readonly meanStretch: number };

/** A chart's areas: worked out once, for it serves many fields. */
const areas = new WeakMap<Chart, Areas>();

/** By the midpoint rule on 256 x 256 points. */
export function areasOf(chart: Chart): Areas {
  const known = areas.get(chart);
  if (known) return known;
  const n = 256;
  const step = (2 * chart.reach) / n;
  let inside = 0;
  let near = 0;
  let flat = 0;
  for (let row = 0; row < n; row++) {
    const v = -chart.reach + (row + 0.5) * step;
    for (let col = 0; col < n; col++) {
      const u = -chart.reach + (col + 0.5) * step;
      if (!chart.near(u, v)) continue;
      const { e, f, g } = chart.metric(u, v);
      const area = Math.sqrt(e * g - f * f) * step * step;
      near += area;
      flat += step * step;
      if (chart.inside(u, v)) inside += area;
    }
  }
  const found = { inside, near, meanStretch: near / flat };
  areas.set(chart, found);
  return found;
}
