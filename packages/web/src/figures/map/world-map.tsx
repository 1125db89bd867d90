import { useQuery } from "@tanstack/react-query";
import { memo, type PointerEvent, useId, useMemo, useState } from "react";
import worldAddress from "./world.json?url";

interface World {
  width: number;
  height: number;
  areas: readonly { state: string; path: string }[];
  points: readonly { state: string; x: number; y: number }[];
}

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
export function WorldMap({ label, paint, hint, members, onOpen }: WorldMapProps) {
  const world = useWorld();
  const hatch = useId();
  const [pointed, setPointed] = useState<{ state: string; x: number; y: number }>();
  if (!world) return <div className="map map-waiting" aria-hidden />;

  const stateAt = (event: PointerEvent) =>
    event.target instanceof SVGElement ? event.target.dataset.state : undefined;
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const state = stateAt(event);
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(state ? { state, x: event.clientX - box.left, y: event.clientY - box.top } : undefined);
  };
  const fades = members.size > 1;
  const words = pointed && hint(pointed.state);
  return (
    <div className="map">
      <svg
        viewBox={`0 0 ${world.width} ${world.height}`}
        role="img"
        aria-label={label}
        onPointerMove={follow}
        onPointerLeave={() => setPointed(undefined)}
        onPointerUp={(event) => {
          const state = stateAt(event);
          if (state) onOpen(state);
        }}
      >
        <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="9" height="9" className="hatch-ground" />
          <line x1="0" y1="0" x2="0" y2="9" className="hatch-line" />
        </pattern>
        {world.areas.map(({ state, path }, position) => (
          <Area
            key={state || `area-${position}`}
            state={state}
            path={path}
            paint={state ? paint(state) : undefined}
            faded={fades && state !== "" && !members.has(state)}
            marked={!fades && members.has(state)}
            hatch={hatch}
          />
        ))}
        {world.points.map(({ state, x, y }) => (
          <Point
            key={state}
            state={state}
            x={x}
            y={y}
            paint={paint(state)}
            faded={fades && !members.has(state)}
            marked={!fades && members.has(state)}
            hatch={hatch}
          />
        ))}
      </svg>
      {pointed && words && (
        <div
          className="map-hint"
          style={{ insetInlineStart: 0, transform: `translate(${pointed.x}px, ${pointed.y}px)` }}
        >
          <strong>{words.name}</strong>
          <span>{words.words}</span>
        </div>
      )}
    </div>
  );
}

interface ShapeProps {
  state: string;
  paint: string | undefined;
  faded: boolean;
  marked: boolean;
  hatch: string;
}

const isHatched = (paint: string | undefined) => paint?.endsWith("-unknown") ?? false;

function classOf(kind: string, { state, paint, faded, marked }: Omit<ShapeProps, "hatch">): string {
  const ground = state === "" ? "map-outside" : isHatched(paint) ? "" : `map-painted ${paint ?? ""}`;
  return `${kind} ${ground}${faded ? " map-faded" : ""}${marked ? " map-marked" : ""}`;
}

const Area = memo(function Area({ path, ...shape }: ShapeProps & { path: string }) {
  const { state, paint, hatch } = shape;
  return (
    <path
      d={path}
      data-state={state || undefined}
      className={classOf("map-area", shape)}
      {...(isHatched(paint) ? { fill: `url(#${hatch})` } : {})}
    />
  );
});

const Point = memo(function Point({ x, y, ...shape }: ShapeProps & { x: number; y: number }) {
  const { state, paint, hatch } = shape;
  return (
    <circle
      cx={x}
      cy={y}
      r={9}
      data-state={state}
      className={classOf("map-area map-point", shape)}
      {...(isHatched(paint) ? { fill: `url(#${hatch})` } : {})}
    />
  );
});

/** The members of a group as a set, for the map. */
export function useMemberSet(members: readonly string[]): ReadonlySet<string> {
  return useMemo(() => new Set(members), [members]);
}
