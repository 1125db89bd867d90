/** Colours for canvases: read from the style sheets by class, so that a canvas and the rest of the page can never differ. */
import { useSyncExternalStore } from "react";

const known = new Map<string, string | CanvasPattern>();
let scheme = 0;
const listeners = new Set<() => void>();

/**
 * What a class paints with: its background colour, or the hatching for `…-unknown`.
 * @param host an element of the page, whose colour scheme counts
 * @param paint a class such as `strength-binding`
 */
export function resolvePaint(
  host: HTMLElement,
  paint: string,
  context: CanvasRenderingContext2D,
): string | CanvasPattern {
  const found = known.get(paint);
  if (found !== undefined) return found;
  const fresh = paint.endsWith("-unknown")
    ? hatching(context, colourOf(host, "paint-paper"), colourOf(host, "paint-hatch"))
    : colourOf(host, paint);
  known.set(paint, fresh);
  return fresh;
}

function colourOf(host: HTMLElement, paint: string): string {
  const probe = document.createElement("i");
  probe.className = `paint ${paint}`;
  probe.hidden = true;
  host.append(probe);
  const colour = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return colour;
}

/** Diagonal lines at a fixed distance on the screen, whatever the scale of the drawing. */
function hatching(context: CanvasRenderingContext2D, ground: string, line: string): string | CanvasPattern {
  const tile = document.createElement("canvas");
  const side = 6;
  tile.width = side;
  tile.height = side;
  const pen = tile.getContext("2d");
  if (!pen) return ground;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, side, side);
  pen.strokeStyle = line;
  pen.lineWidth = 1.1;
  pen.beginPath();
  for (const offset of [-side, 0, side]) {
    pen.moveTo(offset, side);
    pen.lineTo(offset + side, 0);
  }
  pen.stroke();
  const pattern = context.createPattern(tile, "repeat");
  const { a, d } = context.getTransform();
  pattern?.setTransform(new DOMMatrix().scale(1 / a, 1 / d));
  return pattern ?? ground;
}

/** Forgets all colours and lets canvases draw again: the page turned light or dark. */
export function forgetPaints(): void {
  known.clear();
  scheme += 1;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", forgetPaints);
  return () => {
    listeners.delete(listener);
    system.removeEventListener("change", forgetPaints);
  };
}

/** A number that changes whenever colours do; a canvas draws again when it sees another. */
export function usePaintScheme(): number {
  return useSyncExternalStore(listen, () => scheme);
}
