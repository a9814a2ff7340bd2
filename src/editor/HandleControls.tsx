/* The handles for keyboard and screen reader, and their labels. Konva's canvas
   has no names and no focus: for each handle there are two real sliders, across
   and down, hidden from the eye, and the ring of focus is drawn on the canvas. */

import type { KeyboardEvent } from "react";
import type { Point2 } from "../core/geometry/vector.ts";
import type { Carry } from "../core/head/handles.ts";
import type { Millimetres } from "../core/units.ts";
import { words } from "../words/words.ts";
import type { Handle } from "./tool.ts";
import { type Size, type Viewport, toStage } from "./viewport.ts";

type Props = {
  readonly label: string;
  readonly handles: readonly Handle[];
  /** What is carried as a whole, by keys of its own; null where nothing is. */
  readonly whole: Handle | null;
  readonly viewport: Viewport;
  readonly stage: Size;
  readonly photo: Size;
  /** Labels that are seen; the others are only heard. */
  readonly shown: (id: string) => boolean;
  readonly onFocus: (id: string | null) => void;
  readonly onStep: (id: string, to: Point2) => void;
  /** An arrow key takes the handle along the skin; null: from pixel to pixel. */
  readonly onWalk: ((id: string, towards: Point2, mm: Millimetres) => void) | null;
  /** Keys: the handle is taken away, or one more is put in at a photo point; null where there is no such thing. */
  readonly onRemove: ((id: string) => void) | null;
  readonly onAdd: ((at: Point2) => void) | null;
  /** A key sizes or rolls the whole about its middle. */
  readonly onCarry: (by: Carry) => void;
  /** Keys were let go. */
  readonly onRest: (id: string) => void;
  /** The handle is left: what keys did is one step of undo. */
  readonly onLeave: (id: string) => void;
};

const arrows: Readonly<Record<string, Point2>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** By how much a key sizes the whole, and by how many degrees it rolls it. */
const [LARGER, ROLLED] = [1.01, 1];
const carries: Readonly<Record<string, Pick<Carry, "times" | "clockwise">>> = {
  "+": { times: LARGER, clockwise: 0 },
  "=": { times: LARGER, clockwise: 0 },
  "-": { times: 1 / LARGER, clockwise: 0 },
  "[": { times: 1, clockwise: -ROLLED },
  "]": { times: 1, clockwise: ROLLED },
};

/** Room that a label needs beside its handle, px: about 7.5 a letter, and its edges. */
const roomFor = (label: string): number => 46 + 7.5 * label.length;

/**
 * Outwards from the middle, so that labels stand beside the head and not on it; below the handle where there is no
 * room, or where one before it lies in the same place.
 */
function sideOf(place: Point2, others: readonly Point2[], width: number, room: number): "left" | "right" | "below" {
  const { x, y } = place;
  const before = others.slice(0, others.indexOf(place));
  if (before.some((other) => Math.abs(other.x - x) < 28 && Math.abs(other.y - y) < 28)) return "below";
  if (x < width / 2 - 40) return x > room ? "left" : "below";
  const inTheWay = others.some((other) => other.x > x + 1 && other.x < x + room && Math.abs(other.y - y) < 28);
  return x < width - room && !inTheWay ? "right" : "below";
}

export function HandleControls({ label, handles, whole, viewport, stage, photo, shown, ...doors }: Props) {
  const { onFocus, onStep, onWalk, onRemove, onAdd, onCarry, onRest, onLeave } = doors;
  const onKey = (event: KeyboardEvent, { id, at }: Handle): void => {
    const by = id === whole?.id ? carries[event.key] : undefined;
    // Ctrl with a plus is the browser's; with Alt as well it is how some keyboards write a bracket.
    if (by && !event.metaKey && event.ctrlKey === event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      return onCarry({ from: at, to: at, ...by });
    }
    if (onRemove && (event.key === "Delete" || event.key === "Backspace")) {
      event.preventDefault();
      event.stopPropagation();
      return onRemove(id);
    }
    const next = handles.at(handles.findIndex((one) => one.id === id) + 1);
    if (onAdd && next && (event.key === "Insert" || event.key === "+")) {
      event.preventDefault();
      event.stopPropagation();
      return onAdd({ x: (at.x + next.at.x) / 2, y: (at.y + next.at.y) / 2 });
    }
    const step = arrows[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const far = event.shiftKey ? 10 : 1;
    if (onWalk) onWalk(id, step, far);
    else onStep(id, { x: at.x + far * step.x, y: at.y + far * step.y });
  };

  const places = handles.map(({ at }) => toStage(viewport, at));
  const all = whole ? [whole, ...handles] : handles;
  return (
    <div className="handles" role="group" aria-label={label}>
      {all.map((handle) => {
        const { id, at, where } = handle;
        const place = places[handles.indexOf(handle)] ?? toStage(viewport, at);
        const side = sideOf(place, places, stage.width, roomFor(handle.label));
        const axis = (name: "across" | "down", value: number, most: number, to: (value: number) => Point2) => (
          <input
            type="range"
            min={0}
            max={Math.max(most, Math.ceil(value))}
            value={Math.round(value)}
            tabIndex={name === "across" ? 0 : -1}
            aria-label={words(`axis.${name}`, { handle: handle.label })}
            aria-valuetext={where?.[name] ?? words(`axis.${name}By`, { count: Math.round(value) })}
            onKeyDown={(event) => onKey(event, handle)}
            onKeyUp={() => onRest(id)}
            onFocus={() => onFocus(id)}
            onBlur={() => {
              onFocus(null);
              onLeave(id);
            }}
            onChange={(event) => onStep(id, to(event.currentTarget.valueAsNumber))}
          />
        );
        return (
          <div
            key={id}
            className="handle"
            role="group"
            aria-label={handle.label}
            style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
          >
            {axis("across", at.x, photo.width, (x) => ({ x, y: at.y }))}
            {axis("down", at.y, photo.height, (y) => ({ x: at.x, y }))}
            <span className="handle-label" data-side={side} hidden={!shown(id)} aria-hidden="true">
              {handle.label}
            </span>
          </div>
        );
      })}
    </div>
  );
}
