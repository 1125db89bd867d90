import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { realLaw } from "../testing/real-law.ts";
import type { Strength } from "../vocabulary/index.ts";
import { changes } from "./change.ts";
import { onlyThis } from "./concordance.ts";
import { corridorBasis } from "./corridor.ts";
import { stateGaps } from "./gap.ts";
import { holdouts } from "./holdout.ts";
import { matrixCounts } from "./matrix.ts";
import { overlaps } from "./overlap.ts";
import { profile } from "./profile.ts";
import { createHighsSolver, roadmap } from "./roadmap/index.ts";
import { opennessFor, statusOf } from "./standing.ts";

const page = readFileSync(new URL("../../../../docs/methods/instruments.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```examples\n(.*?)```/gs)]
  .flatMap(([, block]) => block!.trim().split("\n"))
  .map((line) => line.split(" = ") as [question: string, answer: string]);

/** Answers a question of the page in the words of the page. */
const ANSWERS: Record<string, (...words: string[]) => string | Promise<string>> = {
  status: (instrument, state, day) => {
    const status = statusOf(realLaw(), instrument!, state!, day!);
    if ("since" in status) return `${status.kind} ${status.since}`;
    if (status.kind === "unknown") return `unknown ${status.reason}`;
    return status.kind === "signed" && status.stale ? "signed stale" : status.kind;
  },
  open: (instrument, state) => opennessFor(realLaw(), instrument!, state!),
  strength: (state, theme, day) => {
    const { strength, by } = profile(realLaw(), state!, day!).themes[theme!]!;
    return [strength, ...new Set(by.map(([instrument]) => instrument))].join(" ");
  },
  gap: (state, theme, day) => {
    const gap = stateGaps(realLaw(), state!, day!).gaps.find((candidate) => candidate.theme === theme)!;
    return [gap.strength, ...gap.maybe_closed_by].join(" ");
  },
  overlaps: (state, day) => String(overlaps(realLaw(), state!, day!).count),
  holdouts: (instrument, day) => holdouts(realLaw(), instrument!, day!).holdouts.join(" "),
  changes: (from, to) => {
    const answer = changes(realLaw(), from!, to!);
    return answer.ok ? `${answer.value.action_count} actions ${answer.value.became_bound.length} bound` : "";
  },
  corridor: (origin, destination, day) => {
    const answer = corridorBasis(realLaw(), origin!, destination!, day!);
    return answer.ok ? `${answer.value.common.length} common` : "";
  },
  matrix: (day) => {
    const { counts } = matrixCounts(realLaw(), day!).states;
    const order: Strength[] = ["binding", "qualified", "permissive", "declaratory", "recommended", "none"];
    return order.map((strength) => counts[strength]).join(" ");
  },
  roadmap: async (state, date, target, option) => {
    const answer = await roadmap(realLaw(), await createHighsSolver(), state!, {
      date: date!,
      target: target === "qualified" ? "qualified" : "binding",
      noInvited: option === "no-invited",
    });
    if (!answer.ok) return answer.refusal.detail;
    const { lacking, reachable, pending, optimal } = answer.value;
    const sets = optimal.map((set) => set.join("+") || "nothing").join(" ");
    return `lacking ${lacking.length} reachable ${reachable.length} pending ${pending.join(" ")} sets ${sets}`;
  },
  only: (instrument) =>
    onlyThis(realLaw(), instrument!)
      .themes.map(({ theme }) => theme)
      .join(" "),
};

describe("the worked examples of docs/methods/instruments.md", () => {
  it("are there", () => {
    expect(examples.length).toBeGreaterThan(40);
  });

  it.each(examples)("%s = %s", async (question, answer) => {
    const [kind, ...words] = question.split(" ");
    expect(await ANSWERS[kind!]!(...words)).toBe(answer);
  });
});
