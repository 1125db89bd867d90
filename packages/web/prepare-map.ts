/**
 * Makes the map of the pages out of Natural Earth's boundaries (world-atlas, 1:50m): `node packages/web/prepare-map.ts`. The
 * result is committed as `src/figures/map/world.json`: paths already projected (Equal Earth), so that the browser only draws.
 *
 * Boundaries follow the United Nations' practice where Natural Earth shows who holds the ground: Crimea is drawn with
 * Ukraine (A/RES/68/262), Somaliland with Somalia, the north of Cyprus with Cyprus. Areas without a row in
 * `data/states.csv` stay neutral. States too small to be seen get a point.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { feature, mergeArcs } from "topojson-client";
import { filter, filterWeight, presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMultiPolygon,
  Polygon as TopoPolygon,
} from "topojson-specification";

type Shape = (TopoPolygon | TopoMultiPolygon) & { properties?: { name?: string } };
type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const EARTH_KM2 = 510_065_600 / (4 * Math.PI);
const ANTARCTICA = "010";
/** Below this area a state is drawn as a point as well, in square kilometres. */
const SMALL_KM2 = 8_000;
/** Detail that is dropped, as the area of the triangle a point makes with its neighbours, in steradians. */
const DETAIL = 0.6e-5;
/** Islands smaller than this are dropped, in steradians: some 400 square kilometres. */
const ISLAND = 1e-5;

/** Width of the drawing and its margin, in its own units. */
const WIDTH = 2_000;
const MARGIN = 8;

const require = createRequire(import.meta.url);
const readWorld = (scale: string) =>
  JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${scale}.json`), "utf8")) as World;

/** The codes of `data/states.csv`: M49 number → ISO alpha-3. */
function readCodes(): Map<string, string> {
  const [, ...rows] = readFileSync(join(import.meta.dirname, "../../data/states.csv"), "utf8").split("\n");
  return new Map(rows.map((row) => row.split(",")).map(([iso3 = "", , m49 = ""]) => [m49, iso3]));
}

/** Area in square kilometres, also of a ring that runs the wrong way round. */
function areaKm2(shape: Polygon | MultiPolygon): number {
  const area = geoArea(shape);
  return Math.min(area, 4 * Math.PI - area) * EARTH_KM2;
}

/** The polygons of a shape, largest first. */
function polygonsOf(shape: Polygon | MultiPolygon): Polygon[] {
  const rings: Position[][][] = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return rings
    .map((coordinates): Polygon => ({ type: "Polygon", coordinates }))
    .sort((a, b) => areaKm2(b) - areaKm2(a));
}

const world = readWorld("50m");
const shapes = world.objects.countries.geometries as Shape[];
const named = (name: string) => shapes.find(({ properties }) => properties?.name === name);
const numbered = (m49: string) => shapes.find(({ id }) => id === m49);

/** Takes the part of `from` that holds a point and gives it to `to`. */
function moveIsland(from: Shape, to: Shape, [longitude, latitude]: readonly [number, number]): void {
  if (from.type !== "MultiPolygon") throw new Error("the shape has one part only");
  const part = from.arcs.findIndex((arcs) => {
    const [x, y] = geoCentroid(feature(world, { type: "Polygon", arcs } as TopoPolygon));
    return Math.hypot(x - longitude, y - latitude) < 1;
  });
  const arcs = from.arcs[part];
  if (!arcs) throw new Error("no part of the shape lies there");
  from.arcs.splice(part, 1);
  const moved: TopoPolygon = { type: "Polygon", arcs };
  Object.assign(to, mergeArcs(world, [to, moved] as TopoPolygon[]));
}

/** Draws two shapes as one. */
function unite(whole: Shape | undefined, part: Shape | undefined): void {
  if (!whole || !part) throw new Error("a shape to unite is missing");
  Object.assign(whole, mergeArcs(world, [whole, part] as TopoPolygon[]));
  shapes.splice(shapes.indexOf(part), 1);
}

const [russia, ukraine] = [numbered("643"), numbered("804")];
if (!russia || !ukraine) throw new Error("the map lacks Russia or Ukraine");
moveIsland(russia, ukraine, [34.35, 45.31]);
unite(numbered("706"), named("Somaliland"));
unite(numbered("196"), named("N. Cyprus"));

const codes = readCodes();
world.objects.countries.geometries = shapes
  .filter(({ id }) => id !== ANTARCTICA)
  .map(({ type, arcs, id }) => {
    const iso3 = codes.get(String(id ?? ""));
    return iso3 ? { type, arcs, id: iso3 } : { type, arcs };
  }) as GeometryCollection["geometries"];

const weighed = presimplify(
  {
    type: "Topology",
    arcs: world.arcs,
    transform: world.transform,
    objects: { countries: world.objects.countries },
  },
  sphericalTriangleArea,
);
const plain = filter(simplify(weighed, DETAIL), filterWeight(weighed, ISLAND));

const simple = plain as unknown as World;
const drawn = feature(simple, simple.objects.countries);
// Turned by eleven degrees, so that the Bering strait and no country lies at the edge.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, drawn);
const [[, top], [, bottom]] = geoPath(projection).bounds(drawn);
const height = Math.ceil(bottom - top) + 2 * MARGIN;
projection.translate([projection.translate()[0], projection.translate()[1] - top + MARGIN]);

/** A projected shape as an SVG path with whole, relative coordinates, which is a third of the size. */
function shortPath(shape: Polygon | MultiPolygon): string {
  const parts: string[] = [];
  let start: readonly [number, number] = [0, 0];
  let last = start;
  let steps: string[] = [];
  const pen = {
    beginPath() {},
    arc() {},
    moveTo(x: number, y: number) {
      start = [Math.round(x), Math.round(y)];
      last = start;
      steps = [];
    },
    lineTo(x: number, y: number) {
      const next = [Math.round(x), Math.round(y)] as const;
      if (next[0] === last[0] && next[1] === last[1]) return;
      steps.push(`${next[0] - last[0]},${next[1] - last[1]}`);
      last = next;
    },
    closePath() {
      if (steps.length > 1) parts.push(`M${start.join(",")}l${steps.join(" ")}z`);
    },
  };
  geoPath(projection, pen)(shape);
  return parts.join("").replaceAll(",-", "-").replaceAll(" -", "-");
}

const areas = drawn.features
  .map(({ id, geometry }) => ({ state: id ?? "", path: shortPath(geometry as Polygon | MultiPolygon) }))
  .filter(({ path }) => path !== "");

// Points come from the finest map, which is the only one that has every island state.
const fine = readWorld("10m");
const points = feature(fine, fine.objects.countries).features.flatMap((each) => {
  const iso3 = codes.get(String(each.id ?? ""));
  const shape = each.geometry as Polygon | MultiPolygon;
  const largest = polygonsOf(shape)[0];
  if (!iso3 || !largest || (areaKm2(shape) > SMALL_KM2 && areaKm2(largest) > SMALL_KM2 / 2)) return [];
  const at = projection(geoCentroid(largest));
  return at ? [{ state: iso3, x: Math.round(at[0]), y: Math.round(at[1]) }] : [];
});

const text = JSON.stringify({ width: WIDTH, height, areas, points });
writeFileSync(join(import.meta.dirname, "src", "figures", "map", "world.json"), `${text}\n`);
const listed = new Set([...areas, ...points].map(({ state }) => state)).size - 1;
console.log(`${listed} states, ${points.length} points, ${(text.length / 1024).toFixed(0)} kB`);
