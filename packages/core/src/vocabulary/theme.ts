import type { Pillar } from "./pillar.ts";

/** One of the 59 themes into which the field's work falls; `id` is `pillar.name`, in the order of `themes.csv`. */
export interface Theme {
  id: string;
  pillar: Pillar;
  label: string;
  scope: string;
}
