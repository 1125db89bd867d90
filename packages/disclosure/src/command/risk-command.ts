import { reportAsHtml, reportAsJson, type Section } from "../publish/report.ts";
import { riskSections } from "../publish/sections.ts";
import { assessRisk } from "../risk/assess.ts";
import type { MissingReading } from "../risk/k-anonymity.ts";
import type { CommandInput, CommandShape, CommandWorld } from "./command-shape.ts";
import { BadInput } from "./command-shape.ts";
import { READ_OPTIONS, readInput } from "./read-input.ts";
import { sectionsAsText } from "./section-text.ts";
import { isOn, namesOf, numberOf, oneOf, orRefuse, textOf } from "./typed.ts";
import { writeAside } from "./write-aside.ts";

export const READINGS: readonly MissingReading[] = ["own", "any"];

/** `concord risk`: how likely are rows to be traced to persons? */
export const riskCommand: CommandShape = {
  name: "risk",
  summary: "how likely case records are to be traced to persons",
  usage: "CASES.csv",
  description:
    "Reads a CSV file (UTF-8, plain or gzip; the first line names the columns) and counts how many rows share each combination of the columns that someone could know of a person.",
  positionals: { min: 1, max: 1 },
  options: {
    quasi: {
      type: "string",
      placeholder: "A,B,…",
      summary: "columns that someone could know (default: all but the sensitive ones)",
    },
    sensitive: { type: "string", placeholder: "A,B,…", summary: "columns that someone would want to learn" },
    k: { type: "string", placeholder: "K", summary: "rows that must share each combination (default: 11)" },
    missing: {
      type: "string",
      placeholder: "own|any",
      summary: "a missing value is a value of its own, or matches any (default: own)",
    },
    fraction: {
      type: "string",
      placeholder: "SHARE",
      summary: "share of the population that the records hold (default: 1)",
    },
    name: {
      type: "string",
      placeholder: "N",
      summary: "how many of the smallest classes to name (default: 10)",
    },
    report: { type: "string", placeholder: "FILE.html", summary: "write the report as a page, too" },
    json: { type: "boolean", summary: "print JSON" },
    check: { type: "boolean", summary: "exit code 1 if some rows are below K" },
    ...READ_OPTIONS,
  },
  examples: [
    {
      line: "concord risk cases.csv --without case_id",
      answers: "the smallest classes and what three attackers may expect",
    },
    {
      line: "concord risk cases.csv --quasi gender,age_broad --sensitive is_sexual_exploit --k 5",
      answers: "what a class gives away",
    },
  ],
  async run(args: CommandInput, io: CommandWorld) {
    const k = numberOf(args, "k") ?? 11;
    const named = numberOf(args, "name") ?? 10;
    if (!(Number.isSafeInteger(named) && named >= 0))
      throw new BadInput(`--name: ${named} is no number of classes. Give a whole number from 0.`);
    const fraction = numberOf(args, "fraction");
    const reading = oneOf(args, "missing", READINGS, "own");
    const records = await readInput(args, io);
    const risk = orRefuse(
      assessRisk(records, {
        quasi: namesOf(args, "quasi"),
        sensitive: namesOf(args, "sensitive") ?? [],
        k,
        reading,
        named,
        ...(fraction === undefined ? {} : { fraction }),
      }),
    );
    const sections: Section[] = riskSections(risk);
    const report = {
      title: `Risk of ${args.positionals[0]}`,
      audience: "For those who hold the records: it names their rarest combinations.",
      sections,
      figures: { risk },
    };
    const file = textOf(args, "report");
    if (file !== undefined) writeAside(io.cwd, file, reportAsHtml(report));
    await io.out(isOn(args, "json") ? reportAsJson(report) : sectionsAsText(sections));
    return isOn(args, "check") && !risk.kAnonymity.satisfied ? 1 : 0;
  },
};
