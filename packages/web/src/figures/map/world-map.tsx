import { useQuery } from "@tanstack/react-query";
import { type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { usePaintScheme } from "../paint.ts";
import { useWidth } from "../width.ts";
import { createMapPainter, type MapPainter, type World } from "./map-painter.ts";
import worldAddress from "./world.json?url";

interface WorldMapProps {
  /** Read aloud in place of the drawing. */
  label: string;
  /** Class that paints a state (`strength-…`, `standing-…`); undefined leaves it neutral. */
  paint: (iso3: string) => string | undefined;
  /** What the hint beside the pointer says of a state. */
  hint: (iso3: string) => { name: string; words: string };
  /** States to show plainly; the others fade. One state alone is outlined instead. */
  members: ReadonlySet<string>;
  onOpen: (iso3: string) => void;
}

/** The shapes, fetched once and kept: some 25 kB on the wire. */
function useWorld(): World | undefined {
  return useQuery({
    queryKey: ["world-map"],
    queryFn: async () => (await (await fetch(worldAddress)).json()) as World,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}

/**
 * The world with every state painted by a class; small states as points. Pointing shows a hint, a click opens the state. For
 * keyboard and reading aloud the table twin of the figure has the same links.
 */
export function WorldMap(props: WorldMapProps) {
  const world = useWorld();
  return (
    <div className="map">
      {world ? <Drawing {...props} world={world} /> : <div className="map-waiting" />}
    </div>
  );
}

function Drawing({ label, paint, hint, members, onOpen, world }: WorldMapProps & { world: World }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<MapPainter>(null);
  const [pointed, setPointed] = useState<{ state: string; x: number; y: number }>();
  const width = useWidth(canvas);
  const scheme = usePaintScheme();
  /** What all states were last drawn for; when it is the same, only changes are drawn. */
  const drawnFor = useRef("");
  const fades = members.size > 1;

  useEffect(() => {
    const element = canvas.current;
    if (element?.parentElement) painter.current = createMapPainter(element, element.parentElement, world);
    drawnFor.current = "";
  }, [world]);

  useLayoutEffect(() => {
    const draw = () => {
      const key = `${width} ${scheme} ${members.size}`;
      painter.current?.draw(
        (state) => ({
          paint: paint(state),
          faded: fades && !members.has(state),
          marked: !fades && members.has(state),
        }),
        width,
        key !== drawnFor.current,
      );
      if (painter.current) drawnFor.current = key;
    };
    if (width === 0) return;
    if (painter.current) draw();
    else requestAnimationFrame(draw);
  });

  const find = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const state = painter.current?.stateAt(x, y, width);
    return state ? { state, x, y } : undefined;
  };
  const words = pointed && hint(pointed.state);
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        className={pointed ? "map-canvas map-pointed" : "map-canvas"}
        onPointerMove={(event) => setPointed(find(event))}
        onPointerLeave={() => setPointed(undefined)}
        onPointerUp={(event) => {
          const found = find(event);
          if (found) onOpen(found.state);
        }}
      />
      {pointed && words && (
        <div className="map-hint" style={{ transform: `translate(${pointed.x}px, ${pointed.y}px)` }}>
          <strong>{words.name}</strong>
          <span>{words.words}</span>
        </div>
      )}
    </>
  );
}

/** The members of a group as a set, for the map. */
export function useMemberSet(members: readonly string[]): ReadonlySet<string> {
  return useMemo(() => new Set(members), [members]);
}
