import { PILLARS, type Theme } from "../../vocabulary/index.ts";
import { type Fraction, formatFraction } from "../decision/fraction.ts";
import type { VersionText } from "../text/version.ts";
import { type Action, EXPLOITATION_FORMS, type MarkerSubject } from "./action.ts";
import { type ActorKnowledge, kindOfActor } from "./actor-class.ts";

/** How the actions of a plan are distributed over one value of a dimension. */
export interface BalanceValue {
  id: string;
  principal: number;
  significant: number;
  notTargeted: number;
  /** Actions whose marker nobody has set and no theme settles. */
  notAssessed: number;
  /** Two for each principal, one for each significant objective. */
  weight: number;
  /** Its weight over that of the dimension, written out: `1/4`; null where the dimension has none. */
  share: string | null;
}

export interface BalanceDimension {
  id: "pillars" | "sides" | "persons" | "forms";
  values: BalanceValue[];
}

/** Something that the plan leaves aside, by which rule of the method. */
export interface Neglect {
  dimension: BalanceDimension["id"] | "themes" | "actors";
  value: string;
  /** `none`: no action at all; `half`: less than half of an equal share. */
  reason: "none" | "half";
}

/** Where a plan puts its weight, and what it leaves aside (M7, M10, M11). */
export interface Balance {
  actions: number;
  dimensions: BalanceDimension[];
  /** Actions by kind of actor that is to act or to help; an action of several kinds counts under each. */
  actors: { kind: string; responsible: number; supporting: number }[];
  /** Actions by theme; themes without one are in `neglected`. */
  themes: { theme: string; actions: number }[];
  neglected: Neglect[];
}

const DIMENSIONS: readonly {
  id: BalanceDimension["id"];
  subjects: readonly MarkerSubject[];
  weighed: boolean;
}[] = [
  { id: "pillars", subjects: PILLARS, weighed: true },
  { id: "sides", subjects: ["demand", "supply"], weighed: true },
  // Gender and age don't stand against each other, so neither is held against an equal share.
  { id: "persons", subjects: ["gender", "age"], weighed: false },
  { id: "forms", subjects: EXPLOITATION_FORMS, weighed: true },
];

/** Kinds of actor that the Group of Friends wants on board (A/64/691, "Principles"). */
const KINDS_WANTED = [
  "state",
  "un-system",
  "regional-organization",
  "parliamentary",
  "ngo",
  "trade-union",
  "business",
  "media",
  "academia",
];

/**
 * The balance of a plan. Method: markers 0, 1, 2 as the OECD-DAC policy markers; weight two for a principal, one for a significant objective;
 * neglected is what no action aims at, or what has less than half of an equal share of its dimension. **[convention]**
 * @param actions what the actions of the plan carry
 * @param themes every theme, in the order of the vocabulary
 */
export function balanceOf(
  actions: readonly Action[],
  themes: readonly Theme[],
  knowledge: Pick<ActorKnowledge, "states" | "actors">,
): Balance {
  const dimensions = DIMENSIONS.map(({ id, subjects }) => ({ id, values: valuesOf(actions, subjects) }));
  const counted = new Map(themes.map(({ id }) => [id, 0]));
  for (const { theme } of actions) counted.set(theme, (counted.get(theme) ?? 0) + 1);
  const actors = actorCounts(actions, knowledge);
  return {
    actions: actions.length,
    dimensions,
    actors,
    themes: [...counted]
      .filter(([, count]) => count > 0)
      .map(([theme, count]) => ({ theme, actions: count })),
    neglected: [
      ...dimensions.flatMap((dimension, at) => neglectedIn(dimension, DIMENSIONS[at]!.weighed)),
      ...[...counted]
        .filter(([, count]) => count === 0)
        .map(([value]): Neglect => ({ dimension: "themes", value, reason: "none" })),
      ...KINDS_WANTED.filter((kind) => !actors.some((one) => one.kind === kind)).map(
        (value): Neglect => ({ dimension: "actors", value, reason: "none" }),
      ),
    ],
  };
}

function valuesOf(actions: readonly Action[], subjects: readonly MarkerSubject[]): BalanceValue[] {
  const values = subjects.map((id) => {
    const marks = actions.map(({ markers }) => markers[id]?.value);
    const count = (value: number | undefined) => marks.filter((mark) => mark === value).length;
    const [principal, significant] = [count(2), count(1)];
    return {
      id,
      principal,
      significant,
      notTargeted: count(0),
      notAssessed: count(undefined),
      weight: 2 * principal + significant,
    };
  });
  const whole = values.reduce((sum, { weight }) => sum + weight, 0);
  return values.map((value) => ({
    ...value,
    share:
      whole === 0 ? null : formatFraction({ numerator: value.weight, denominator: whole } satisfies Fraction),
  }));
}

function neglectedIn({ id, values }: BalanceDimension, weighed: boolean): Neglect[] {
  const whole = values.reduce((sum, { weight }) => sum + weight, 0);
  return values.flatMap((value): Neglect[] => {
    if (value.weight === 0) return [{ dimension: id, value: value.id, reason: "none" }];
    // Less than half of an equal share, in whole numbers: weight / whole < 1 / (2 n).
    const little = weighed && 2 * values.length * value.weight < whole;
    return little ? [{ dimension: id, value: value.id, reason: "half" }] : [];
  });
}

function actorCounts(
  actions: readonly Action[],
  knowledge: Pick<ActorKnowledge, "states" | "actors">,
): Balance["actors"] {
  const kinds = new Map<string, { responsible: number; supporting: number }>();
  for (const action of actions)
    for (const part of ["responsible", "supporting"] as const)
      for (const kind of new Set(action[part].map((who) => kindOfActor(who, knowledge)))) {
        if (kind === undefined) continue;
        const held = kinds.get(kind) ?? { responsible: 0, supporting: 0 };
        kinds.set(kind, { ...held, [part]: held[part] + 1 });
      }
  return [...kinds]
    .map(([kind, counts]) => ({ kind, ...counts }))
    .sort((a, b) => b.responsible + b.supporting - a.responsible - a.supporting);
}

/** What the action paragraphs of a version carry; goals that name a theme aren't weighed. */
export function actionsOf({ paragraphs, actions }: Pick<VersionText, "paragraphs" | "actions">): Action[] {
  return paragraphs.flatMap(({ id, kind }) => {
    const action = kind === "action" ? actions.get(id) : undefined;
    return action ? [action] : [];
  });
}
