/* How the demo's photos are known: by file names that no file of a person has, in every language and after a reload. */

/** The demo's own names of its views; the first is the one that is asked for. */
export const demoViews = [
  "bowed",
  "front",
  "three-quarter",
  "three-quarter-left",
  "left",
  "right",
  "top",
  "crown",
  "back",
] as const;
export type DemoView = (typeof demoViews)[number];

const MARK = "stubble-demo:";

export const demoFileName = (view: DemoView): string => MARK + view;

/** Which of the demo's photos goes by this name; null for all others. */
export function demoViewOf(fileName: string): DemoView | null {
  if (!fileName.startsWith(MARK)) return null;
  return demoViews.find((view) => demoFileName(view) === fileName) ?? null;
}
