/** The pages of the room that is open, in the order of the navigation. A room that doesn't exist yet isn't shown. */
import { msg } from "@lingui/core/macro";
import {
  BookOpenText,
  Columns3,
  Grid3x3,
  Info,
  Layers,
  LayoutDashboard,
  type LucideIcon,
  MapPin,
  Route,
  Waypoints,
} from "lucide-react";

export interface PageEntry {
  to:
    | "/"
    | "/matrix"
    | "/states"
    | "/instruments"
    | "/themes"
    | "/compare"
    | "/roadmap"
    | "/corridors"
    | "/about-data";
  name: ReturnType<typeof msg>;
  icon: LucideIcon;
}

export const LAW_PAGES: readonly PageEntry[] = [
  { to: "/", name: msg({ message: "Overview", comment: "Navigation: first page" }), icon: LayoutDashboard },
  {
    to: "/matrix",
    name: msg({ message: "Matrix", comment: "Navigation: table of states by themes" }),
    icon: Grid3x3,
  },
  { to: "/states", name: msg({ message: "States", comment: "Navigation: list of countries" }), icon: MapPin },
  {
    to: "/instruments",
    name: msg({ message: "Instruments", comment: "Navigation: list of treaties, directives and soft law" }),
    icon: BookOpenText,
  },
  {
    to: "/themes",
    name: msg({ message: "Themes", comment: "Navigation: list of subject themes" }),
    icon: Layers,
  },
  {
    to: "/compare",
    name: msg({ message: "Compare", comment: "Navigation: compare states, dates or instruments" }),
    icon: Columns3,
  },
  {
    to: "/roadmap",
    name: msg({
      message: "Roadmap",
      comment: "Navigation: smallest set of ratifications that closes the gaps",
    }),
    icon: Route,
  },
  {
    to: "/corridors",
    name: msg({ message: "Corridors", comment: "Navigation: pairs of countries of origin and destination" }),
    icon: Waypoints,
  },
  {
    to: "/about-data",
    name: msg({ message: "About the data", comment: "Navigation: sources, coverage, method, limits" }),
    icon: Info,
  },
];
