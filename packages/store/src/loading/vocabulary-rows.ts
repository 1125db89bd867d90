import type { Knowledge } from "@concord/core/instruments";
import { isoDay, parseDay } from "@concord/core/vocabulary";
import { dataTables, memberships, neighbours, states, themes } from "../schema/index.ts";
import type { DataPackage } from "../validation/data-package.ts";
import { recordsOf } from "../validation/data-table.ts";
import { fill, type TableLoad } from "./copy-text.ts";

/** A period of days as PostgreSQL writes it; `last` is the last day, empty or undefined while it lasts. */
function period(first: string, last: string | undefined): string {
  const lastDay = parseDay(last ?? "");
  return `[${first},${lastDay === undefined ? "" : isoDay(lastDay + 1)})`;
}

/** States, themes, memberships, borders, and the account of the package's tables. */
export function vocabularyRows({ descriptor, tables }: DataPackage, knowledge: Knowledge): TableLoad[] {
  const membershipSources = recordsOf(tables.get("memberships"), "source");
  return [
    fill(
      states,
      knowledge.states.map((state, ordinal) => ({
        iso3: state.iso3,
        ordinal,
        iso2: state.iso2,
        m49: state.m49,
        status: state.status,
        nameAr: state.names.ar,
        nameEn: state.names.en,
        nameEs: state.names.es,
        nameFr: state.names.fr,
        nameRu: state.names.ru,
        nameZh: state.names.zh,
        nameUnEn: state.unEn,
        unRegionalGroup: state.unRegionalGroup,
        m49Region: state.m49Region,
        m49Subregion: state.m49Subregion,
        memberships: [...state.memberships],
      })),
    ),
    fill(
      memberships,
      knowledge.memberships.map((membership, ordinal) => ({
        group: membership.group,
        iso3: membership.iso3,
        valid: period(membership.from, membership.to),
        ordinal,
        source: membershipSources[ordinal]?.source ?? "",
      })),
    ),
    fill(
      themes,
      knowledge.themes.map((theme, ordinal) => ({ ...theme, ordinal })),
    ),
    fill(
      neighbours,
      recordsOf(tables.get("neighbours"), "iso3", "neighbour_iso3").map((row) => ({
        iso3: row.iso3,
        neighbourIso3: row.neighbour_iso3,
      })),
    ),
    fill(
      dataTables,
      (descriptor?.resources ?? []).map((resource, ordinal) => ({
        name: resource.name,
        ordinal,
        path: resource.path,
        title: resource.title,
        description: resource.description,
        rows: tables.get(resource.name)?.rows.length ?? 0,
        bytes: resource.bytes,
        hash: resource.hash,
        sources: resource.sources.map((source) => source.title),
        licence: resource.licenses[0]?.title ?? "",
        licencePath: resource.licenses[0]?.path ?? "",
      })),
    ),
  ];
}
