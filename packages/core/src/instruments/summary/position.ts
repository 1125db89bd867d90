import type { IsoDay, Pillar } from "../../vocabulary/index.ts";
import { EUROPEAN_UNION, PILLARS } from "../../vocabulary/index.ts";
import type { Status } from "../answer.ts";
import { stateGaps } from "../gap.ts";
import type { Law } from "../law.ts";
import { profile } from "../profile.ts";
import { signedOnly } from "../signed-only.ts";
import { instrumentOf, statusOf } from "../standing.ts";

/** How many themes of a pillar are binding duties. */
export interface PillarShare {
  pillar: Pillar;
  binding: number;
  themes: number;
}

/** What a summary says of a state, before it is put into words. */
export interface Position {
  /** The European Union, which needs other words than a state. */
  isUnion: boolean;
  /** Treaties and directives in force. */
  bound: number;
  palermo: Status;
  /** End of the list of parties to the Palermo Protocol. */
  palermoListEnds: IsoDay;
  /** Joined, effect later: id and day of effect, without the Palermo Protocol. */
  pending: [id: string, day: IsoDay][];
  /** Signed and known not to be joined, without the Palermo Protocol. */
  signed: string[];
  /** Signed, and unknown whether joined since (R10), without the Palermo Protocol. */
  signedUnsure: string[];
  bindingThemes: number;
  allThemes: number;
  /** The pillar with the largest share of binding themes and the one with the smallest; undefined when all are equal. */
  pillars: { strongest: PillarShare; weakest: PillarShare } | undefined;
  /** The gap that most other states of the regional group have closed; undefined when nobody has closed any. */
  gap: { theme: string; bound: number; peers: number } | undefined;
  /** Instruments open to it of which nothing can be said, by reason. */
  unknown: { noList: number; listEnds: number; otherwise: number };
}

const PALERMO_PROTOCOL = "palermo-protocol";

/** Gathers what a summary says (R9, R16, R17). */
export function positionOf(law: Law, iso3: string, day: IsoDay): Position {
  const answer = profile(law, iso3, day);
  const withoutPalermo = (id: string): boolean => id !== PALERMO_PROTOCOL;
  const { gaps, peers } = stateGaps(law, iso3, day);
  const first = gaps[0];
  const signatures = signedOnly(law, iso3, day).signed_only.filter(({ instrument }) =>
    withoutPalermo(instrument),
  );
  const reasons = Object.entries(answer.unknown)
    .filter(([id]) => answer.open_to[id] !== "closed")
    .map(([, reason]) => reason);
  const count = (...wanted: string[]): number => reasons.filter((reason) => wanted.includes(reason)).length;
  return {
    isUnion: iso3 === EUROPEAN_UNION,
    bound: Object.keys(answer.in_force).length,
    palermo: statusOf(law, PALERMO_PROTOCOL, iso3, day),
    palermoListEnds: instrumentOf(law, PALERMO_PROTOCOL).asOfIso,
    pending: Object.entries(answer.pending).filter(([id]) => withoutPalermo(id)),
    signed: signatures.filter(({ stale }) => !stale).map(({ instrument }) => instrument),
    signedUnsure: signatures.filter(({ stale }) => stale).map(({ instrument }) => instrument),
    bindingThemes: answer.counts.binding,
    allThemes: law.themes.length,
    pillars: comparePillars(law, (theme) => answer.themes[theme]?.strength === "binding"),
    gap:
      first && first.peers_binding > 0
        ? { theme: first.theme, bound: first.peers_binding, peers }
        : undefined,
    unknown: {
      noList: count("no-list", "pair"),
      listEnds: count("list-ends", "before-list"),
      otherwise: count("date-unsure"),
    },
  };
}

function comparePillars(law: Law, isBinding: (theme: string) => boolean): Position["pillars"] {
  const shares = PILLARS.map((pillar) => {
    const themes = law.themes.filter((theme) => theme.pillar === pillar);
    return { pillar, themes: themes.length, binding: themes.filter(({ id }) => isBinding(id)).length };
  });
  const share = ({ binding, themes }: PillarShare): number => binding / Math.max(1, themes);
  const sorted = shares.sort((a, b) => share(b) - share(a));
  const [strongest, weakest] = [sorted[0]!, sorted.at(-1)!];
  return share(strongest) > share(weakest) ? { strongest, weakest } : undefined;
}
