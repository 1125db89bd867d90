import { PILLARS } from "../../vocabulary/index.ts";
import type { NewParagraph } from "../consultation/event.ts";
import { nameAfresh } from "../name/numbering.ts";
import type { Paragraph } from "../name/paragraph.ts";
import type { VersionText } from "../text/version.ts";
import type { Action } from "./action.ts";
import { markersOfPlace } from "./theme-marker.ts";

/** A row of data/plan/global_plan_2010.csv. */
export interface PlanPoint {
  /** Paragraph of the source, or our own key where its number isn't known. */
  para: string;
  /** `preamble` or a pillar. */
  pillar: string;
  theme: string;
  actors: readonly string[];
  action: string;
  checked: boolean;
}

export const GLOBAL_PLAN_TITLE = "United Nations Global Plan of Action to Combat Trafficking in Persons";
const GLOBAL_PLAN_SOURCE = "A/RES/64/293, annex";

const SECTIONS: readonly { pillar: string; title: string }[] = [
  { pillar: "preamble", title: "Goals and general part" },
  { pillar: "prevention", title: "Prevention of trafficking in persons" },
  { pillar: "protection", title: "Protection of and assistance to victims" },
  { pillar: "prosecution", title: "Prosecution of crimes of trafficking in persons" },
  { pillar: "partnership", title: "Partnership against trafficking in persons" },
];

/**
 * The Global Plan of Action of 2010 as a text: a heading for each part, below it its points in the order of the source, in our words. What the
 * preamble wants the plan to achieve stands as goals, everything else as actions; those of the general part are under no pillar.
 */
export function globalPlanText(points: readonly PlanPoint[]): VersionText {
  const text: NewParagraph[] = [];
  const actions = new Map<string, Action>();
  for (const { pillar, title } of SECTIONS) {
    text.push({ id: `part-${pillar}`, kind: "heading", parent: null, text: title });
    for (const point of points.filter((one) => one.pillar === pillar)) {
      const id = `${point.para}/${point.theme}`;
      const kind = point.para.startsWith("preamble") ? "goal" : "action";
      text.push({ id, kind, parent: null, text: `${point.action}.` });
      actions.set(id, actionOf(point));
    }
  }
  return { title: GLOBAL_PLAN_TITLE, language: "en", paragraphs: named(text), actions };
}

function actionOf({ para, pillar, theme, actors, checked }: PlanPoint): Action {
  const placed = PILLARS.find((one) => one === pillar) ?? null;
  return {
    theme,
    pillar: placed,
    responsible: actors,
    supporting: [],
    responsibilities: [],
    deadline: null,
    indicator: null,
    budget: null,
    markers: markersOfPlace(theme, placed),
    source: { document: GLOBAL_PLAN_SOURCE, paragraph: para, checked },
  };
}

/** Names the paragraphs of a text that the program itself lays out. */
function named(text: readonly NewParagraph[]): Paragraph[] {
  const names = nameAfresh(text);
  if (!names.ok) throw new Error(names.refusal.detail);
  return text.map((paragraph) => ({ ...paragraph, name: names.value.get(paragraph.id)! }));
}

/** A row of data/plan/non_paper_2010.csv: a principle or goal that the non-paper in A/64/691 proposes, in our words. */
export interface NonPaperPoint {
  key: string;
  kind: "principle" | "goal";
  text: string;
}

export const NON_PAPER_TITLE = "Elements of a global plan of action against trafficking in persons";

/** The non-paper of the Group of Friends as a zero draft: its five principles and seven goals. */
export function nonPaperText(points: readonly NonPaperPoint[]): VersionText {
  const text: NewParagraph[] = [];
  for (const [kind, title] of [
    ["principle", "Principles"],
    ["goal", "Goals"],
  ] as const) {
    text.push({ id: `part-${kind}`, kind: "heading", parent: null, text: title });
    for (const point of points.filter((one) => one.kind === kind))
      text.push({ id: point.key, kind, parent: null, text: point.text });
  }
  return { title: NON_PAPER_TITLE, language: "en", paragraphs: named(text), actions: new Map() };
}

/** A link from a Millennium goal or target to a target of the 2030 Agenda, with the theme it serves: a row of data/plan/sdg_links.csv. */
export interface GoalLink {
  /** Empty: no counterpart. */
  mdg: string;
  sdg: string;
  theme: string;
  driver: string;
  pushOrPull: "push" | "pull" | "both";
  reason: string;
}
