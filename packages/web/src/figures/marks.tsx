import type { Pillar, Strength } from "@concord/core/vocabulary";
import { Handshake, HeartHandshake, type LucideIcon, Scale, ShieldCheck } from "lucide-react";
import { useNames } from "../shell/names.ts";

/** A strength as a small square in its step of the scale, with its name beside it or read aloud. */
export function StrengthMark({
  strength,
  wordless = false,
}: {
  strength: Strength | "unknown";
  wordless?: boolean;
}) {
  const names = useNames();
  const word = names.strength(strength);
  return (
    <span className="mark">
      <span className={`strength strength-${strength}`} aria-hidden />
      <span className={wordless ? "visually-hidden" : undefined}>{word}</span>
    </span>
  );
}

const PILLAR_ICONS: Readonly<Record<Pillar, LucideIcon>> = {
  prevention: ShieldCheck,
  protection: HeartHandshake,
  prosecution: Scale,
  partnership: Handshake,
};

/** A pillar by its icon and colour, with its name. */
export function PillarMark({ pillar, wordless = false }: { pillar: Pillar; wordless?: boolean }) {
  const names = useNames();
  const Icon = PILLAR_ICONS[pillar];
  return (
    <span className={`mark pillar-${pillar}`}>
      <Icon aria-hidden size={16} className="pillar-icon" />
      <span className={wordless ? "visually-hidden" : "pillar-name"}>{names.pillar(pillar)}</span>
    </span>
  );
}

/** The legend of strengths, strongest first; `unknown` stands at its end where a figure shows it. */
export function StrengthLegend({ strengths }: { strengths: readonly (Strength | "unknown")[] }) {
  return (
    <ul className="legend">
      {strengths.map((strength) => (
        <li key={strength}>
          <StrengthMark strength={strength} />
        </li>
      ))}
    </ul>
  );
}
