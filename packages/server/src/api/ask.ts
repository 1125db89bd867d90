/** Puts a request to a question: checks what was asked, finds the answer, writes it as JSON or CSV. */

import type { Holdings } from "../holdings.ts";
import { PRESS_HARD } from "../http/finish.ts";
import { chooseMediaType } from "../http/negotiate.ts";
import { type Problem, problemOfRefusal, problemResponse } from "../http/problem.ts";
import { addressOf } from "../http/request-check.ts";
import { LARGEST_LIMIT, pageLinks } from "./paging.ts";
import { type Question, USUAL_KEEP_SECONDS } from "./question.ts";
import { readAsked } from "./read-asked.ts";
import { writeTable } from "./table.ts";

export const CSV_SUFFIX = ".csv";

/**
 * Answers one request.
 * @param asksForCsv the address ended in `.csv`
 */
export async function answerQuestion(
  question: Question,
  holdings: Holdings,
  request: Request,
  path: Record<string, string>,
  asksForCsv: boolean,
): Promise<Response> {
  const address = addressOf(request);
  const fail = (problem: Problem) => problemResponse(problem, address);
  const offered = question.table
    ? (["application/json", "text/csv"] as const)
    : (["application/json"] as const);
  const type = asksForCsv ? "text/csv" : chooseMediaType(request.headers.get("accept"), offered);
  if (!type || (asksForCsv && !question.table))
    return fail({
      code: "not-acceptable",
      status: 406,
      detail: `This answer is given as ${offered.join(" or ")}.`,
      cure: `Ask with "Accept: ${offered[0]}"${question.table ? ", or add .csv to the path for a table" : ""}.`,
    });
  const search = new URL(request.url).searchParams;
  const read = readAsked(question, path, search);
  if ("problem" in read) return fail(read.problem);
  const whole = type === "text/csv" && "limit" in question.query.shape && read.asked.limit === undefined;
  const found = await question.answer(holdings, whole ? { ...read.asked, limit: LARGEST_LIMIT } : read.asked);
  if (!found.ok) return fail(problemOfRefusal(found.refusal));
  const headers = new Headers({
    "cache-control": `public, max-age=${question.keepSeconds}`,
    vary: "accept",
    // Public facts, asked without sign-in: other sites' pages may read them too.
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  if (question.keepSeconds > USUAL_KEEP_SECONDS) headers.set(PRESS_HARD, "1");
  for (const [name, value] of pageLinks(found.value, request)) headers.append(name, value);
  if (type === "text/csv" && question.table) {
    headers.set("content-type", "text/csv; charset=utf-8; header=present");
    headers.set("content-disposition", `attachment; filename="${fileName(question, path)}"`);
    return new Response(writeTable(question.table(found.value)), { headers });
  }
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(found.value), { headers });
}

/** A name for the saved file that says what is in it: `concord-states-BGD-profile.csv`. */
function fileName(question: Question, path: Record<string, string>): string {
  const filled = question.path.replace(/\{(\w+)\}/g, (_, name) => path[name] ?? name);
  return `concord${filled.replace(/[^A-Za-z0-9]+/g, "-")}${CSV_SUFFIX}`;
}
