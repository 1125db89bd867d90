/**
 * The pages of the law room. A page is its own file and is fetched when it is first visited; `validateSearch` reads the
 * parameters that are the page's own (who, when and lang come from the root).
 */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import {
  type RawSearch,
  readChoice,
  readDay,
  readId,
  readIds,
  readNumber,
  readText,
} from "../../shell/address.ts";
import { today } from "../../shell/asking.ts";
import { lawQuery } from "../../shell/law.ts";
import { rootRoute } from "../../shell/root-route.tsx";

/** A page's own parameters: each may be left out. */
const own =
  <T extends object>(read: (raw: RawSearch) => T) =>
  (raw: RawSearch): Partial<T> =>
    read(raw);

/** The law room: whatever page is opened, the law is loaded first. */
const lawRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "law",
  loader: ({ context }) => context.queryClient.ensureQueryData(lawQuery).then(() => null),
  staleTime: Number.POSITIVE_INFINITY,
});
const getParentRoute = () => lawRoute;

export const MAP_SUBJECTS = ["gaps", "instrument", "theme"] as const;
export const MATRIX_ORDERS = ["region", "name", "duties"] as const;
export const MATRIX_COLUMNS = ["listed", "gap"] as const;
export const MATRIX_ZOOMS = ["small", "medium", "large"] as const;
export const TARGETS = ["binding", "qualified"] as const;
export const FLOW_KINDS = ["migrant-stock", "detected-victims", "pooled-cases"] as const;
export const SHARES = ["90", "75", "50", "0"] as const;
export const COMPARE_KINDS = ["states", "dates", "instruments"] as const;

const overview = createRoute({
  getParentRoute,
  path: "/",
  validateSearch: own((raw) => ({
    map: readChoice(raw, "map", MAP_SUBJECTS),
    instrument: readId(raw, "instrument"),
    theme: readId(raw, "theme"),
  })),
  component: lazyRouteComponent(() => import("./overview-page.tsx"), "OverviewPage"),
});
const matrix = createRoute({
  getParentRoute,
  path: "/matrix",
  validateSearch: own((raw) => ({
    order: readChoice(raw, "order", MATRIX_ORDERS),
    columns: readChoice(raw, "columns", MATRIX_COLUMNS),
    zoom: readChoice(raw, "zoom", MATRIX_ZOOMS),
    cell: readText(raw, "cell"),
  })),
  component: lazyRouteComponent(() => import("./matrix-page.tsx"), "MatrixPage"),
});
const states = createRoute({
  getParentRoute,
  path: "/states",
  component: lazyRouteComponent(() => import("./states-page.tsx"), "StatesPage"),
});
const state = createRoute({
  getParentRoute,
  path: "/states/$state",
  validateSearch: own((raw) => ({ beside: readId(raw, "beside") })),
  component: lazyRouteComponent(() => import("./state-page.tsx"), "StatePage"),
});
const instruments = createRoute({
  getParentRoute,
  path: "/instruments",
  component: lazyRouteComponent(() => import("./instrument-list-page.tsx"), "InstrumentListPage"),
});
const instrument = createRoute({
  getParentRoute,
  path: "/instruments/$instrument",
  component: lazyRouteComponent(() => import("./instrument-page.tsx"), "InstrumentPage"),
});
const themes = createRoute({
  getParentRoute,
  path: "/themes",
  component: lazyRouteComponent(() => import("./themes-page.tsx"), "ThemesPage"),
});
const theme = createRoute({
  getParentRoute,
  path: "/themes/$theme",
  component: lazyRouteComponent(() => import("./theme-page.tsx"), "ThemePage"),
});
const compare = createRoute({
  getParentRoute,
  path: "/compare",
  validateSearch: own((raw) => ({
    by: readChoice(raw, "by", COMPARE_KINDS),
    of: readIds(raw, "of", 4),
    dates: readIds(raw, "dates", 4)?.filter((day) => readDay({ day }, "day", today())),
  })),
  component: lazyRouteComponent(() => import("./compare-page.tsx"), "ComparePage"),
});
const roadmap = createRoute({
  getParentRoute,
  path: "/roadmap",
  validateSearch: own((raw) => ({
    target: readChoice(raw, "target", TARGETS),
    k: readNumber(raw, "k", 1, 10),
    invited: readChoice(raw, "invited", ["no"]),
    strict: readChoice(raw, "strict", ["yes"]),
  })),
  component: lazyRouteComponent(() => import("./roadmap-page.tsx"), "RoadmapPage"),
});
const corridors = createRoute({
  getParentRoute,
  path: "/corridors",
  validateSearch: own((raw) => ({
    flow: readChoice(raw, "flow", FLOW_KINDS),
    origin: readId(raw, "origin"),
    destination: readId(raw, "destination"),
  })),
  component: lazyRouteComponent(() => import("./corridors-page.tsx"), "CorridorsPage"),
});
const corridor = createRoute({
  getParentRoute,
  path: "/corridors/$origin/$destination",
  component: lazyRouteComponent(() => import("./corridor-page.tsx"), "CorridorPage"),
});
const changes = createRoute({
  getParentRoute,
  path: "/changes",
  validateSearch: own((raw) => ({
    from: readDay(raw, "from", today()),
    to: readDay(raw, "to", today()),
  })),
  component: lazyRouteComponent(() => import("./changes-page.tsx"), "ChangesPage"),
});
const nearlyAll = createRoute({
  getParentRoute,
  path: "/nearly-all",
  validateSearch: own((raw) => ({ share: readChoice(raw, "share", SHARES) })),
  component: lazyRouteComponent(() => import("./nearly-all-page.tsx"), "NearlyAllPage"),
});
const aboutData = createRoute({
  getParentRoute,
  path: "/about-data",
  component: lazyRouteComponent(() => import("./about-data-page.tsx"), "AboutDataPage"),
});

export const instrumentsRoutes = [
  lawRoute.addChildren([
    overview,
    matrix,
    states,
    state,
    instruments,
    instrument,
    themes,
    theme,
    compare,
    roadmap,
    corridors,
    corridor,
    changes,
    nearlyAll,
    aboutData,
  ]),
] as const;
