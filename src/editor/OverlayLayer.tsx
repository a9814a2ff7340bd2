/* Wire, curves and handles over the photo, in stage pixels so that they keep their weight at every zoom. Thin white
   over a soft dark shadow: seen on any skin, hiding none. */

import { Fragment } from "react";
import { Circle, Layer, Line as Stroke } from "react-konva";
import type { Handle, Line } from "./tool.ts";
import { type Viewport, toStage } from "./viewport.ts";

type Props = {
  readonly viewport: Viewport;
  readonly lines: readonly Line[];
  readonly handles: readonly Handle[];
  /** The handle under the mouse, in focus or being dragged. */
  readonly hovered: string | null;
  readonly focused: string | null;
  readonly held: string | null;
  /** What is carried as a whole is in focus: its outline says so. */
  readonly isWhole: boolean;
};

/** As draughtsmen draw an axis: not to be taken for an edge of the work. */
const GUIDE_DASH = [8, 3, 1, 3];
const RADIUS = 8.5;
const SMALL_RADIUS = 6;

/** Where a brush has passed. `wide`: stage px. */
const BrushWay = ({ points, wide }: { readonly points: number[]; readonly wide: number }) => (
  <Stroke points={points} stroke="#fff" opacity={0.45} strokeWidth={wide} lineJoin="round" lineCap="round" />
);

export function OverlayLayer({ viewport, lines, handles, hovered, focused, held, isWhole }: Props) {
  return (
    <Layer listening={false}>
      {lines.map((line) => {
        const points = line.points.flatMap((p) => {
          const { x, y } = toStage(viewport, p);
          return [x, y];
        });
        if (line.breadth !== undefined)
          return <BrushWay key={line.id} {...{ points }} wide={line.breadth * viewport.scale} />;
        const shape = { points, lineJoin: "round", lineCap: "round", perfectDrawEnabled: false } as const;
        return (
          <Fragment key={line.id}>
            <Stroke
              {...shape}
              stroke="#000"
              opacity={line.strong ? 0.3 : 0.18}
              strokeWidth={line.strong && isWhole ? 6 : 3}
            />
            <Stroke
              {...shape}
              stroke="#fff"
              opacity={line.strong ? 0.85 : 0.5}
              strokeWidth={line.strong ? (isWhole ? 3 : 1.25) : 1}
              {...(line.strong || line.hair ? {} : { dash: line.guide ? GUIDE_DASH : [5, 4] })}
            />
          </Fragment>
        );
      })}
      {handles.map(({ id, at, small = false }) => {
        const { x, y } = toStage(viewport, at);
        const atRest = small ? SMALL_RADIUS : RADIUS;
        const radius = held === id || hovered === id ? atRest + 1.5 : atRest;
        return (
          <Fragment key={id}>
            {focused === id && <Circle x={x} y={y} radius={RADIUS + 7} stroke="#000" opacity={0.55} strokeWidth={5} />}
            {focused === id && <Circle x={x} y={y} radius={RADIUS + 7} stroke="#fff" strokeWidth={2.5} />}
            <Circle x={x} y={y} radius={radius + 2} fill="#000" opacity={0.5} perfectDrawEnabled={false} />
            <Circle
              x={x}
              y={y}
              radius={radius}
              fill={held === id ? "rgba(255,255,255,0.25)" : "#fff"}
              stroke={held === id ? "#fff" : "#1a1a1a"}
              strokeWidth={1.5}
            />
          </Fragment>
        );
      })}
    </Layer>
  );
}
