import type { UnDocument } from "../model/index.ts";
import { checkOwnSymbol } from "../symbol/index.ts";
import { advice, type BareFinding, fault } from "./finding.ts";

/** What must stand above a document (P16, P18). */
export function checkMasthead({ masthead, title }: UnDocument): BareFinding[] {
  const findings: BareFinding[] = [];
  if (title.trim() === "") findings.push(fault("title-missing", "title"));
  if (masthead.agendaItem === undefined || masthead.agendaItem.number.trim() === "")
    findings.push(fault("agenda-item-missing", "masthead"));
  if (masthead.date === undefined) findings.push(fault("date-missing", "masthead"));
  if (masthead.symbol === undefined) findings.push(fault("symbol-missing", "masthead"));
  else {
    const symbol = checkOwnSymbol(masthead.symbol);
    if (!symbol.ok)
      findings.push(
        fault(symbol.refusal.code === "not-our-symbol" ? "symbol-not-ours" : "symbol-wrong", "masthead", {
          symbol: masthead.symbol,
        }),
      );
    else if (symbol.value.kind === "draft" && masthead.distribution === "general")
      findings.push(advice("draft-distribution", "masthead", { symbol: masthead.symbol }));
  }
  return findings;
}
