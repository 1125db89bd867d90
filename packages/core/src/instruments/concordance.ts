import type { Result, Strength } from "../vocabulary/index.ts";
import { ok, refuse, STRENGTHS } from "../vocabulary/index.ts";
import type { Provision, Relevance } from "./knowledge.ts";
import type { IndexedInstrument, Law } from "./law.ts";
import { instrumentOf } from "./standing.ts";

/** What several instruments provide, theme by theme: coded provisions, whoever is bound by them. */
export interface Concordance {
  instruments: string[];
  /** Themes on which at least one provides something; those where they differ in strength first. */
  themes: {
    theme: string;
    /** By instrument, in the order asked; the strongest provision. */
    strengths: Strength[];
    /** By instrument id. */
    provisions: Record<string, Provision[]>;
    /** The one instrument that provides it, if only one does. */
    only: string | null;
  }[];
}

/** What one instrument alone makes a duty. */
export interface OnlyThis {
  instrument: string;
  /** Themes that no other binding instrument makes binding, with this instrument's binding provisions. */
  themes: { theme: string; provisions: Provision[] }[];
}

/** Every instrument's provisions on one theme. */
export interface ThemeConcordance {
  theme: string;
  instruments: {
    instrument: string;
    relevance: Relevance | "";
    strength: Strength;
    provisions: Provision[];
  }[];
}

/**
 * Sets two or more instruments side by side, theme by theme. All coded provisions are shown, those of context
 * instruments and tasks of organizations too: this compares texts, not duties of a state.
 * Refuses fewer than two, or one twice.
 */
export function concordance(law: Law, instrumentIds: readonly string[]): Result<Concordance> {
  if (instrumentIds.length < 2 || new Set(instrumentIds).size < instrumentIds.length)
    return refuse(
      "out-of-range",
      "instruments",
      "A concordance needs at least two different instruments.",
      "Give two or more ids, each once.",
    );
  const instruments = instrumentIds.map((id) => instrumentOf(law, id));
  const themes = law.themes.flatMap(({ id }, theme) => {
    const rows = instruments.map((indexed) => provisionsOn(indexed, theme));
    const giving = instruments.filter((_, at) => rows[at]!.length > 0);
    if (giving.length === 0) return [];
    const ranks = instruments.map((indexed) => strongest(indexed, theme));
    return [
      {
        theme: id,
        strengths: ranks.map((rank) => STRENGTHS[rank]!),
        provisions: Object.fromEntries(instruments.map((indexed, at) => [indexed.id, rows[at]!])),
        only: giving.length === 1 ? giving[0]!.id : null,
        spread: Math.max(...ranks) - Math.min(...ranks),
      },
    ];
  });
  themes.sort((a, b) => b.spread - a.spread);
  return ok({
    instruments: [...instrumentIds],
    themes: themes.map(({ spread: _, ...theme }) => theme),
  });
}

/**
 * Themes that this instrument alone makes binding among all binding instruments that count (R13, R14), adopted at any
 * time. Directive 2024/1712 amends 2011/36, so the two are not held against each other.
 */
export function onlyThis(law: Law, instrument: string): OnlyThis {
  const indexed = instrumentOf(law, instrument);
  const binding = STRENGTHS.indexOf("binding");
  const others = law.instruments.filter(
    (other) => other !== indexed && !(isDirective(other) && isDirective(indexed)),
  );
  const themes = law.themes.flatMap(({ id }, theme) => {
    const counting = (candidate: IndexedInstrument): boolean =>
      candidate.provisions.some((row) => row.counts && row.theme === theme && row.rank === binding);
    if (!counting(indexed) || others.some(counting)) return [];
    const provisions = indexed.provisions.filter(
      (row) => row.counts && row.theme === theme && row.rank === binding,
    );
    return [{ theme: id, provisions: provisions.map(({ provision }) => provision) }];
  });
  return { instrument, themes };
}

/** All provisions on one theme, the strongest instruments first, then core before related before context, then by id. */
export function themeConcordance(law: Law, theme: string): ThemeConcordance {
  const index = law.themeIndex.get(theme);
  if (index === undefined) throw new RangeError(`"${theme}" is no theme of the knowledge base`);
  const relevanceOrder = ["core", "related", "context", ""];
  const rows = law.instrumentOrder
    .map((at) => law.instruments[at]!)
    .map((indexed) => ({
      instrument: indexed.id,
      relevance: indexed.instrument.relevance,
      rank: strongest(indexed, index),
      provisions: provisionsOn(indexed, index),
    }))
    .filter(({ provisions }) => provisions.length > 0);
  rows.sort(
    (a, b) => b.rank - a.rank || relevanceOrder.indexOf(a.relevance) - relevanceOrder.indexOf(b.relevance),
  );
  return {
    theme,
    instruments: rows.map(({ rank, ...row }) => ({ ...row, strength: STRENGTHS[rank]! })),
  };
}

function provisionsOn(indexed: IndexedInstrument, theme: number): Provision[] {
  return indexed.provisions.filter((row) => row.theme === theme).map(({ provision }) => provision);
}

function strongest(indexed: IndexedInstrument, theme: number): number {
  return Math.max(0, ...indexed.provisions.filter((row) => row.theme === theme).map(({ rank }) => rank));
}

function isDirective({ instrument }: IndexedInstrument): boolean {
  return instrument.kind === "eu-directive";
}
