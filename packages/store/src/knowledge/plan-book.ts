import {
  canonicalForm,
  type GoalLink,
  globalPlanText,
  type Hash,
  type NonPaperPoint,
  nonPaperText,
  type RegisteredActor,
  type VersionText,
} from "@concord/core/plan";
import { readDataRows } from "../data-files.ts";

/** A plan that the data package brings along, with the hash of its canonical form. */
export interface BookedPlan extends VersionText {
  id: string;
  kind: "adopted" | "draft";
  /** The document in which its source stands. */
  source: string;
  hash: string;
}

/** What the plan room reads from the data package: plans, links to development goals, actors. */
export interface PlanBook {
  plans: readonly BookedPlan[];
  links: readonly GoalLink[];
  actors: readonly (RegisteredActor & { name: string })[];
}

/**
 * Reads the Global Plan of Action of 2010, the non-paper of the Group of Friends as a zero draft, the links to development goals, and the actors.
 * @param dataFolder the folder that holds `datapackage.json`
 * @throws StoreError `data-missing`, `data-invalid`
 */
export async function readPlanBook(dataFolder: string, hash: Hash): Promise<PlanBook> {
  const [points, nonPaper, links, actors] = await Promise.all(
    ["plan/global_plan_2010.csv", "plan/non_paper_2010.csv", "plan/sdg_links.csv", "actors/actors.csv"].map(
      (path) => readDataRows(dataFolder, path),
    ),
  );
  const global = globalPlanText(
    points!.map(({ cell }) => ({
      para: cell("para"),
      pillar: cell("pillar"),
      theme: cell("theme"),
      actors: cell("actors").split("|"),
      action: cell("action"),
      checked: cell("para_checked") === "1",
    })),
  );
  const draft = nonPaperText(
    nonPaper!.map(({ cell }) => ({
      key: cell("key"),
      kind: cell("kind") as NonPaperPoint["kind"],
      text: cell("text"),
    })),
  );
  const booked = (id: string, kind: BookedPlan["kind"], source: string, text: VersionText): BookedPlan => ({
    ...text,
    id,
    kind,
    source,
    hash: hash(canonicalForm(text)),
  });
  return {
    plans: [
      booked("global-plan-2010", "adopted", "A/RES/64/293", global),
      booked("non-paper-2010", "draft", "A/64/691", draft),
    ],
    links: links!.map(({ cell }) => ({
      mdg: cell("mdg"),
      sdg: cell("sdg"),
      theme: cell("theme"),
      driver: cell("driver"),
      pushOrPull: cell("push_or_pull") as GoalLink["pushOrPull"],
      reason: cell("reason"),
    })),
    actors: actors!.map(({ cell }) => ({ id: cell("id"), kind: cell("kind"), name: cell("name") })),
  };
}
