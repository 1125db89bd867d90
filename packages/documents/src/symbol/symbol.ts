/**
 * Symbols of documents (P16). Those of the United Nations are read, so that a reference can be checked; those of the series
 * CONCORD are read and made. Nothing made here bears a symbol of the United Nations as its own.
 */
import { done, type Outcome, refused } from "../outcome.ts";

export type SymbolSuffix = "Rev" | "Add" | "Corr" | "Amend" | "Summary";
const SUFFIXES: readonly SymbolSuffix[] = ["Rev", "Add", "Corr", "Amend", "Summary"];

/** What a symbol names: a document, a draft (L), a resolution or decision, a conference room paper, a working paper, minutes. */
export type SymbolKind =
  | "document"
  | "draft"
  | "resolution"
  | "decision"
  | "conference-room-paper"
  | "working-paper"
  | "information"
  | "note-verbale"
  | "meeting-record";

export interface DocumentSymbol {
  series: "united-nations" | "concord";
  /** The organ and what is below it: `["A"]`, `["A", "C.3"]`, `["A", "HRC"]`, `["CONCORD"]`. */
  body: readonly string[];
  kind: SymbolKind;
  /** Session or year, with letters of a special session: `64`, `2026`, `S-29`. */
  session?: string;
  /** Of a consultation of ours that numbers its own drafts: the 1 of `CONCORD/2026/1/L.3`. */
  within?: number;
  number: number;
  /** In the order written, e.g. Rev.1 then Add.2. */
  suffixes: readonly { kind: SymbolSuffix; number?: number }[];
}

/** Letters before the number of a kind. A plain number is a document; RES and DEC stand before the session. */
const KIND_LETTERS: Readonly<Record<string, SymbolKind>> = {
  L: "draft",
  CRP: "conference-room-paper",
  WP: "working-paper",
  INF: "information",
  NV: "note-verbale",
  PV: "meeting-record",
  SR: "meeting-record",
};
const LETTERS_OF_KIND: Readonly<Partial<Record<SymbolKind, string>>> = {
  draft: "L",
  "conference-room-paper": "CRP",
  "working-paper": "WP",
  information: "INF",
  "note-verbale": "NV",
};

/** First segments that belong to the United Nations and its bodies: a symbol that begins so is theirs. */
export const UN_ORGANS: ReadonlySet<string> = new Set(
  "A S E T ST SG TD UNEP DP CRC CEDAW CCPR CERD CAT CMW CRPD CED HRI CTOC CAC FCCC PCOB ICC ICCD UNW IDB GOV BWC CD NPT WHO ILO UNITAR CBD CCW APLC LOS ISBA HSP UN-HABITAT ACC CEB DC DCP INFCIRC ID TRANS ECE WFP HCR PBC ATT IT ITL SPLOS UNODC".split(
    " ",
  ),
);

const OURS = "CONCORD";

/**
 * Reads a symbol.
 * @param text e.g. `A/64/691`, `A/C.3/64/L.23/Rev.1`, `A/RES/64/293`, `CONCORD/2026/L.1`
 * @returns its parts, or a refusal that says which part is none
 */
export function parseSymbol(text: string): Outcome<DocumentSymbol> {
  const segments = text.split("/");
  const first = segments[0] ?? "";
  if (/[^A-Za-z0-9./()-]/.test(text) || segments.some((segment) => segment === ""))
    return notASymbol(text, "it holds other signs than letters, digits, full stops and single slashes");
  if (first !== OURS && !UN_ORGANS.has(first))
    return notASymbol(text, `"${first}" is neither ${OURS} nor an organ of the United Nations`);
  const suffixes: { kind: SymbolSuffix; number?: number }[] = [];
  for (let last = readSuffix(segments); last !== undefined; last = readSuffix(segments))
    suffixes.unshift(last);
  return first === OURS ? readOurs(text, segments, suffixes) : readTheirs(text, segments, suffixes);
}

function notASymbol(text: string, why: string): Outcome<never> {
  return refused(
    "not-a-symbol",
    "symbol",
    `"${text.slice(0, 60)}" is not a document symbol: ${why}.`,
    "Write it like A/64/691, A/64/L.64, A/RES/64/293 or CONCORD/2026/L.1, with /Rev.1, /Add.1 or /Corr.1 at the end.",
  );
}

/** Takes the last segment off when it is a suffix. */
function readSuffix(segments: string[]): { kind: SymbolSuffix; number?: number } | undefined {
  const parts = /^([A-Z][a-z]+)(?:\.([1-9]\d{0,3}))?$/.exec(segments.at(-1) ?? "");
  const kind = SUFFIXES.find((suffix) => suffix === parts?.[1]);
  if (kind === undefined || (parts?.[2] === undefined && kind !== "Summary")) return undefined;
  segments.pop();
  return parts?.[2] === undefined ? { kind } : { kind, number: Number(parts[2]) };
}

/** `L.64`, `CRP.2`, `691`: kind and number. */
function readNumbered(segment: string): { kind: SymbolKind; number: number } | undefined {
  const parts = /^(?:([A-Z]+)\.)?([1-9]\d{0,5})$/.exec(segment);
  if (!parts) return undefined;
  const kind = parts[1] === undefined ? "document" : KIND_LETTERS[parts[1]];
  return kind === undefined ? undefined : { kind, number: Number(parts[2]) };
}

function readOurs(
  text: string,
  segments: readonly string[],
  suffixes: DocumentSymbol["suffixes"],
): Outcome<DocumentSymbol> {
  const [, ...rest] = segments;
  const adopted = rest[0] === "RES" || rest[0] === "DEC" ? rest.shift() : undefined;
  const [year = "", number = "", own] = rest;
  const outer = readNumbered(number);
  const inner = own === undefined ? undefined : readNumbered(own);
  if (!/^2\d{3}$/.test(year)) return notASymbol(text, "after CONCORD stands the year");
  if (outer === undefined || rest.length > 3 || (own !== undefined && inner === undefined))
    return notASymbol(text, "after the year stands a number, or L. and a number");
  const wrong =
    (adopted !== undefined && (outer.kind !== "document" || own !== undefined)) ||
    (inner !== undefined && (outer.kind !== "document" || inner.kind === "document"));
  if (wrong || [outer.kind, inner?.kind].some((kind) => kind === "meeting-record"))
    return notASymbol(text, "its parts don't go together");
  const base = { series: "concord", body: [OURS], session: year, suffixes } as const;
  if (inner) return done({ ...base, ...inner, within: outer.number });
  if (adopted) return done({ ...base, ...outer, kind: adopted === "RES" ? "resolution" : "decision" });
  return done({ ...base, ...outer });
}

const SESSION = /^(?:[SE]S?-)?[1-9]\d{0,3}$/;
const BODY = /^(?:(?:C|CN|CONF|AC|WG|SC|BUR|NGO|PC|MSP|EM|GC)\.\d{1,4}|[A-Z]{2,10}|(?:WG|C)\.\d{1,3})$/;

function readTheirs(
  text: string,
  segments: readonly string[],
  suffixes: DocumentSymbol["suffixes"],
): Outcome<DocumentSymbol> {
  const body: string[] = [];
  const rest = [...segments];
  let adopted: SymbolKind | undefined;
  while (rest.length > 0) {
    const segment = rest[0] ?? "";
    if (segment === "RES" || segment === "DEC") adopted = segment === "RES" ? "resolution" : "decision";
    else if (body.length === 0 || BODY.test(segment)) body.push(segment);
    else break;
    rest.shift();
  }
  const series = "united-nations" as const;
  const [session = "", number] = rest;
  // Resolutions of the first sessions bear number and session the other way round: A/RES/217(III), S/RES/1325(2000).
  const early = /^([1-9]\d{0,4})\s?\(([IVXLC]+|S-[IVX]+|\d{4})\)[A-H]?$/.exec(session);
  if (adopted && early && number === undefined)
    return done({ series, body, kind: adopted, session: early[2]!, number: Number(early[1]), suffixes });
  if (number === undefined) {
    const alone = readNumbered(session);
    if (!alone || adopted) return notASymbol(text, "it has no number");
    return done({ series, body, ...alone, suffixes });
  }
  const numbered = readNumbered(number);
  if (!SESSION.test(session)) return notASymbol(text, `"${session}" is no session or year`);
  if (numbered === undefined || rest.length > 2)
    return notASymbol(text, `"${rest.slice(1).join("/")}" is no number`);
  if (adopted && numbered.kind !== "document") return notASymbol(text, "a resolution has a plain number");
  return done({ series, body, session, ...numbered, kind: adopted ?? numbered.kind, suffixes });
}

/** Writes a symbol of our series. What {@link parseSymbol} reads of ours is written back letter by letter. */
export function formatSymbol(symbol: DocumentSymbol & { series: "concord" }): string {
  const letters = LETTERS_OF_KIND[symbol.kind];
  const adopted = symbol.kind === "resolution" ? ["RES"] : symbol.kind === "decision" ? ["DEC"] : [];
  const parts = [
    OURS,
    ...adopted,
    symbol.session ?? "",
    ...(symbol.within === undefined ? [] : [String(symbol.within)]),
    letters === undefined ? String(symbol.number) : `${letters}.${symbol.number}`,
    ...symbol.suffixes.map(({ kind, number }) => (number === undefined ? kind : `${kind}.${number}`)),
  ];
  return parts.join("/");
}

/**
 * Checks that a symbol may stand on a document made here.
 * @returns the symbol read, or a refusal: not a symbol, or one of the United Nations
 */
export function checkOwnSymbol(text: string): Outcome<DocumentSymbol & { series: "concord" }> {
  const parsed = parseSymbol(text);
  if (!parsed.ok) return parsed;
  const symbol = parsed.value;
  if (symbol.series === "concord") return done({ ...symbol, series: "concord" });
  return refused(
    "not-our-symbol",
    "symbol",
    `${text} is in the series of the United Nations; a document made here bears one of the series ${OURS}.`,
    `Give it a symbol like ${OURS}/2026/1, and name ${text} as a reference.`,
  );
}

/** What looks like a symbol within running text, e.g. `A/RES/64/293`, with where it begins. */
export function findSymbols(text: string): { symbol: string; at: number }[] {
  const found: { symbol: string; at: number }[] = [];
  for (const match of text.matchAll(
    /(?<![\p{L}\d/.])[A-Z][A-Z-]{0,9}(?:\/[A-Za-z0-9][A-Za-z0-9.-]*(?:\([A-Z0-9-]+\))?)+/gu,
  )) {
    const symbol = match[0].replace(/[.-]+$/, "");
    const first = symbol.split("/")[0] ?? "";
    if ((first === OURS || UN_ORGANS.has(first)) && /\d/.test(symbol))
      found.push({ symbol, at: match.index });
  }
  return found;
}
