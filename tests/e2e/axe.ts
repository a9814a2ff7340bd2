/* What axe, which knows how pages shut people out, finds to be serious on a page. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Each serious or critical fault with the elements that have it, on the page or within what `within` selects. */
export async function seriousFaults(page: Page, within?: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] });
  // In the page itself: it has no frames, for which axe would open a page of its own each time.
  axe.setLegacyMode(true);
  if (within) axe.include(within);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
