/**
 * Draws the world on a canvas. A film repaints only the states that changed since the last frame, which is a few of two
 * hundred; anything else (size, colours, who is asked about) repaints all.
 */
import { resolvePaint } from "../paint.ts";

export interface World {
  width: number;
  height: number;
  areas: readonly { state: string; path: string }[];
  points: readonly { state: string; x: number; y: number }[];
}

/** How a state is to look: the class that paints it, and whether it fades or is outlined. */
export interface Look {
  paint: string | undefined;
  faded: boolean;
  marked: boolean;
}

export interface MapPainter {
  /**
   * Draws all states, or only those whose look differs from the last drawing.
   * @param width of the canvas in CSS pixels; handed in, because asking for it in a film would lay the page out anew
   */
  draw(lookOf: (state: string) => Look, width: number, all: boolean): void;
  /** The state at a place of the canvas, in CSS pixels; points are found a little around them. */
  stateAt(x: number, y: number, width: number): string | undefined;
}

/** Radius of a small state's point, in units of the drawing, and how near a pointer must come. */
const POINT_RADIUS = 9;
const POINT_REACH = 16;
const FADED = 0.22;

interface Shape {
  state: string;
  path: Path2D;
  isPoint: boolean;
  drawn: string;
}

/**
 * Prepares a canvas for drawing the world.
 * @param canvas to draw on
 * @param host an element inside the page from which colours are read
 */
export function createMapPainter(canvas: HTMLCanvasElement, host: HTMLElement, world: World): MapPainter {
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser can't draw on a canvas.");
  const shapes: Shape[] = [
    ...world.areas.map(({ state, path }) => ({ state, path: new Path2D(path), isPoint: false, drawn: "" })),
    ...world.points.map(({ state, x, y }) => ({ state, path: circle(x, y), isPoint: true, drawn: "" })),
  ];
  let scale = 1;

  const adjust = (cssWidth: number) => {
    const density = Math.min(2, window.devicePixelRatio || 1);
    const width = Math.round(cssWidth * density);
    if (canvas.width !== width && width > 0) {
      canvas.width = width;
      canvas.height = Math.round((width * world.height) / world.width);
    }
    scale = canvas.width / world.width;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    return density;
  };

  return {
    draw(lookOf, width, all) {
      const density = adjust(width);
      if (all) context.clearRect(0, 0, world.width, world.height);
      for (const shape of shapes) {
        const look = shape.state === "" ? OUTSIDE : lookOf(shape.state);
        const key = `${look.paint}${look.faded}${look.marked}`;
        if (!all && key === shape.drawn) continue;
        shape.drawn = key;
        if (look.faded) {
          context.fillStyle = resolvePaint(host, "map-sea", context);
          context.fill(shape.path);
        }
        context.globalAlpha = look.faded ? FADED : 1;
        context.fillStyle = resolvePaint(host, look.paint ?? "map-land", context);
        context.fill(shape.path);
        context.globalAlpha = 1;
        context.strokeStyle = resolvePaint(
          host,
          look.marked ? "map-marked" : shape.isPoint ? "map-rim" : "map-border",
          context,
        );
        context.lineWidth = ((look.marked ? 1.5 : 0.5) * density) / scale;
        context.stroke(shape.path);
      }
    },
    stateAt(x, y, width) {
      const unit = world.width / Math.max(1, width);
      const [mapX, mapY] = [x * unit, y * unit];
      const near = world.points.find((point) => Math.hypot(point.x - mapX, point.y - mapY) < POINT_REACH);
      if (near) return near.state;
      context.setTransform(1, 0, 0, 1, 0, 0);
      const found = shapes.find(
        ({ state, path, isPoint }) => state !== "" && !isPoint && context.isPointInPath(path, mapX, mapY),
      );
      return found?.state;
    },
  };
}

const OUTSIDE: Look = { paint: "map-outside", faded: false, marked: false };

function circle(x: number, y: number): Path2D {
  const path = new Path2D();
  path.arc(x, y, POINT_RADIUS, 0, 2 * Math.PI);
  return path;
}
