/* The stage: the photo, what lies over it, and the fingers on it. It changes the session only by the tool it was given;
   asking the worker and saying what happens is left to those who put it on the screen. */

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Stage } from "react-konva";
import { useStore } from "zustand";
import type { Point2 } from "../core/geometry/vector.ts";
import { type Scene, planOf } from "../core/plan/scene.ts";
import type { Saying } from "../core/saying.ts";
import type { SessionStore } from "../store/session.ts";
import { words } from "../words/words.ts";
import { BrushRing } from "./BrushRing.tsx";
import { HairTint, type Tint } from "./HairTint.tsx";
import { HandleControls } from "./HandleControls.tsx";
import { Labels } from "./Labels.tsx";
import { Magnifier } from "./Magnifier.tsx";
import { OverlayLayer } from "./OverlayLayer.tsx";
import { PhotoLayer, type PhotoSheets } from "./PhotoLayer.tsx";
import { createStrokeState, sceneAtRest } from "./stroke-state.ts";
import { type Handle, type Moved, type Tool, nearestHandle } from "./tool.ts";
import { type PictureDoors, usePictures } from "./use-pictures.ts";
import { useGestures } from "./use-gestures.ts";
import { useRun } from "./use-run.ts";
import { useSize } from "./use-size.ts";
import { useStrokes } from "./use-strokes.ts";
import { useStageKeys } from "./use-stage-keys.ts";
import { useWhole } from "./use-whole.ts";
import type { Viewfinder } from "./viewfinder.ts";
import { toPhoto, toStage } from "./viewport.ts";

/** How near a pointer must come to take hold of a handle, CSS px. */
const REACH = { mouse: 18, touch: 30 } as const;

/** What handles and lines are laid by. */
const seen = (scene: Scene) => {
  const { hairline, areas } = planOf(scene);
  const { vault, growth, views } = scene.document;
  return [vault, growth, views, scene.cursor.photo, hairline, areas];
};

type Props = PictureDoors & {
  readonly session: SessionStore;
  readonly viewfinder: Viewfinder;
  /** What can be dragged at the moment; null leaves the picture clean. */
  readonly tool: Tool | null;
  /** Labels stand beside all handles, not only beside the one in hand. */
  readonly labelled: boolean;
  /** How hair was read in the photo, to be seen over it. */
  readonly tint: Tint | null;
  /** The picture in words. */
  readonly label: string;
  readonly onDragStart: (tool: Tool) => void;
  /** The tool's drag is over; the one who listens ends the session's gesture. */
  readonly onDragEnd: (tool: Tool) => void;
  /** Why a handle did not come as far as it was to. */
  readonly onStopped: (why: Saying) => void;
};

export function PhotoStage(props: Props) {
  const { session, viewfinder, tool, labelled, tint, label, onDragStart, onDragEnd, onStopped } = props;
  const element = useRef<HTMLDivElement>(null);
  const sheets = useRef<PhotoSheets>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [overWhole, setOverWhole] = useState(false);
  /** Where a finger or pen is, which hides what it touches. */
  const [finger, setFinger] = useState<Point2 | null>(null);
  const { stage, photo, viewport } = useStore(viewfinder.store);
  const [strokes] = useState(createStrokeState);
  const [bySeen] = useState(() => sceneAtRest(strokes, seen));
  const scene = useStore(session.store, bySeen);
  const before = useStore(session.store, (state) => state.before);

  useSize(element, viewfinder.resize);
  usePictures(session, viewfinder, sheets, props);

  const active = before ? null : tool;
  const handles = useMemo(() => (active && scene ? active.handles(scene) : []), [active, scene]);
  const whole = useMemo(() => (scene && active?.whole?.handle(scene)) || null, [active, scene]);
  const lines = useMemo(() => (active && scene ? active.lines(scene) : []), [active, scene]);
  const labels = useMemo(() => (active && scene ? (active.labels?.(scene) ?? []) : []), [active, scene]);

  const move = useCallback(
    (change: (scene: Scene, mirror: boolean) => Moved): void => {
      let stopped: Saying | null = null;
      let tape: Moved["tape"];
      session.edit((current) => {
        const moved = change(current, session.store.getState().mirror);
        ({ stopped, tape } = moved);
        return moved.document;
      });
      if (tape) session.set({ tape });
      if (stopped) onStopped(stopped);
    },
    [session, onStopped],
  );
  const moveTo = useCallback(
    (id: string, to: Point2): void => {
      if (active) move((current, mirror) => active.moved(current, id, to, mirror));
    },
    [active, move],
  );
  const {
    doors: strokeDoors,
    hover: hoverStroke,
    trail,
  } = useStrokes({ state: strokes, session, viewfinder, tool: active, move, onDragStart, onDragEnd });
  const {
    doors: wholeDoors,
    sizeBy,
    carryBy,
  } = useWhole({
    session,
    viewfinder,
    tool: active,
    move,
    onDragStart,
    onDragEnd,
  });
  const stepped = active?.stepped;
  /** A change by one touch or key: one step of undo. */
  const changeBy = useCallback(
    (change: (scene: Scene, mirror: boolean) => Moved | null): void => {
      if (!active) return;
      onDragStart(active);
      session.beginGesture();
      move((scene, mirror) => change(scene, mirror) ?? { document: scene.document, stopped: null });
      onDragEnd(active);
    },
    [active, session, move, onDragStart, onDragEnd],
  );
  const run = useRun(useCallback(() => active && onDragEnd(active), [active, onDragEnd]));

  const doors = useMemo(() => {
    const handleAt = (p: Point2, touch: boolean): Handle | null => {
      const { viewport } = viewfinder.store.getState();
      const placed = handles.map((handle) => ({ ...handle, at: toStage(viewport, handle.at) }));
      return nearestHandle(placed, p, touch ? REACH.touch : REACH.mouse);
    };
    return {
      handleAt,
      dragStart: (id: string) => {
        setHeld(id);
        session.endGesture();
        if (active) onDragStart(active);
        session.beginGesture();
      },
      dragTo: (id: string, p: Point2) => moveTo(id, toPhoto(viewfinder.store.getState().viewport, p)),
      dragEnd: () => {
        setHeld(null);
        if (active) onDragEnd(active);
      },
      doubleTap: (p: Point2, touch: boolean) => {
        if (!active?.added && !active?.removed) return;
        const { viewport } = viewfinder.store.getState();
        const handle = handleAt(p, touch);
        const reach = (touch ? REACH.touch : REACH.mouse) / viewport.scale;
        changeBy((current, mirror) =>
          handle
            ? (active?.removed?.(current, handle.id, mirror) ?? null)
            : (active?.added?.(current, toPhoto(viewport, p), reach, mirror) ?? null),
        );
      },
      ...strokeDoors,
      ...wholeDoors,
      sizeBy,
      pan: viewfinder.pan,
      zoom: viewfinder.zoom,
      hover: (p: Point2 | null, touch: boolean) => {
        setHovered(p && !touch ? (handleAt(p, false)?.id ?? null) : null);
        setOverWhole(p !== null && !touch && wholeDoors.holds(p));
        hoverStroke(p);
        // A brush shows its own rim, and must not wait for the stage.
        if (!active?.strokes?.ring) setFinger(touch ? p : null);
      },
    };
  }, [
    active,
    handles,
    session,
    viewfinder,
    moveTo,
    changeBy,
    onDragStart,
    onDragEnd,
    strokeDoors,
    hoverStroke,
    wholeDoors,
    sizeBy,
  ]);
  useGestures(element, doors);
  const inHand = held === null ? null : handles.find(({ id }) => id === held);
  const isDrawing = trail.length > 0 && !active?.strokes?.ring;
  const magnified = finger && (inHand ? toStage(viewport, inHand.at) : isDrawing ? finger : null);
  const onKeyDown = useStageKeys(viewfinder);
  useEffect(() => {
    // The button that opened the photo is gone; the keyboard goes on here and not at the top of the page.
    if (document.activeElement === document.body) element.current?.focus({ preventScroll: true });
  }, []);
  const keyboard = {
    role: "application",
    "aria-label": words("stage.label"),
    tabIndex: 0,
    onKeyDown,
  };

  return (
    <div
      ref={element}
      className="stage"
      data-hand={held ? "held" : hovered ? "over" : active?.strokes ? "draw" : overWhole ? "whole" : "open"}
      {...keyboard}
    >
      <div className="picture" role="img" aria-label={label}>
        <PhotoLayer viewport={viewport} before={before} sheets={sheets} />
        {tint && !before && <HairTint tint={tint} viewport={viewport} />}
        <Stage className="overlay" width={stage.width} height={stage.height} listening={false}>
          <OverlayLayer
            {...{ viewport, handles, hovered, focused, held }}
            isWhole={whole !== null && focused === whole.id}
            lines={trail.length > 0 ? [...lines, ...trail] : lines}
          />
        </Stage>
        {active?.strokes?.ring && <BrushRing {...{ session, viewport }} state={strokes} ring={active.strokes.ring} />}
      </div>
      <Labels {...{ labels, viewport }} />
      {magnified && <Magnifier stage={element} at={magnified} />}
      {active && (
        <HandleControls
          {...{ handles, whole, viewport, stage, photo }}
          label={words(`handle.${active.name}.group`)}
          shown={(id) => (labelled && id !== whole?.id) || id === hovered || id === focused || id === held}
          onFocus={setFocused}
          onStep={(id, to) => {
            onDragStart(active);
            session.beginGesture();
            moveTo(id, to);
          }}
          onWalk={
            stepped
              ? (id, towards, mm) => {
                  run.goOn();
                  session.beginGesture();
                  move((current, mirror) => stepped(current, id, towards, mm, mirror));
                }
              : null
          }
          onCarry={carryBy}
          onRest={stepped ? run.rest : () => onDragEnd(active)}
          onRemove={
            active.removed ? (id) => changeBy((now, mirror) => active.removed?.(now, id, mirror) ?? null) : null
          }
          onAdd={
            active.added ? (at) => changeBy((now, mirror) => active.added?.(now, at, Infinity, mirror) ?? null) : null
          }
          onLeave={stepped ? run.end : () => onDragEnd(active)}
        />
      )}
    </div>
  );
}
