/**
 * Hierarchical log-linear models: which interactions between lists a model contains.
 *
 * log(expected count of history ω) = sum of α_θ over the terms θ ⊆ ω. The empty term (whose exponential is the
 * expected number of hidden cases) and the main effect of every list always belong to the model; a model is
 * therefore written by its interactions of two lists or more. It is hierarchical: with a term, all parts of that term.
 */
import { accept, type Outcome, refuse } from "../refusal.ts";
import { sizeOf } from "./transform.ts";

/** Interactions of a model as sets of lists, smaller sets first, then ascending. */
export type Interactions = readonly number[];

/** Orders terms by number of lists, then by lists. */
export function compareTerms(a: number, b: number): number {
  return sizeOf(a) - sizeOf(b) || a - b;
}

/**
 * Completes a set of interactions to a hierarchical model and orders it.
 * @param interactions sets of at least two lists; smaller sets are ignored, they always belong to the model
 */
export function closeModel(interactions: Iterable<number>): number[] {
  const terms = new Set<number>();
  for (const top of interactions) {
    for (let part = top; part > 0; part = (part - 1) & top) if (sizeOf(part) >= 2) terms.add(part);
  }
  return [...terms].sort(compareTerms);
}

/** All terms of a model: the empty one, the main effects, the interactions. */
export function allTerms(lists: number, interactions: Interactions): Int32Array {
  const terms = new Int32Array(1 + lists + interactions.length);
  for (let i = 0; i < lists; i++) terms[i + 1] = 1 << i;
  terms.set(interactions, 1 + lists);
  return terms;
}

/** All interactions between at least two and at most `order` lists. */
export function interactionsUpTo(lists: number, order: number): number[] {
  const terms: number[] = [];
  for (let h = 1; h < 1 << lists; h++) {
    const size = sizeOf(h);
    if (size >= 2 && size <= order) terms.push(h);
  }
  return terms.sort(compareTerms);
}

/** Name of one term, such as "PF:NCA"; "hidden" for the empty term. */
export function sayTerm(lists: readonly string[], term: number): string {
  return term === 0 ? "hidden" : lists.filter((_, i) => (term >> i) & 1).join(":");
}

/**
 * Name of a model by its largest terms, such as "[LA:PF, NG, GO]"; lists without interactions stand alone.
 */
export function sayModel(lists: readonly string[], interactions: Interactions): string {
  const singles = lists.map((_, i) => 1 << i);
  const terms = [...interactions, ...singles];
  const top = terms.filter((t) => !terms.some((u) => u !== t && (u & t) === t));
  return `[${top.map((t) => sayTerm(lists, t)).join(", ")}]`;
}

/** Shortest stable text that tells models apart; for maps. */
export function modelKey(interactions: Interactions): string {
  return interactions.join(",");
}

/**
 * Reads a model as a person writes it: "LA:NG, PF:GO" or "LA:NG+PF:GO"; "main" for main effects alone.
 * @param text interactions separated by commas, plus signs or blanks
 */
export function parseModel(lists: readonly string[], text: string): Outcome<number[]> {
  const words = text
    .replace(/[[\]]/g, " ")
    .split(/[,+\s]+/)
    .filter((w) => w !== "" && w !== "main");
  const terms: number[] = [];
  for (const word of words) {
    let term = 0;
    for (const name of word.split(/[:*]/)) {
      const at = lists.indexOf(name);
      if (at < 0) {
        return refuse(
          "unknown-list",
          `model term ${word}`,
          `There is no list "${name}".`,
          `Lists of this table: ${lists.join(", ")}.`,
        );
      }
      term |= 1 << at;
    }
    terms.push(term);
  }
  const closed = closeModel(terms);
  if (closed.includes((1 << lists.length) - 1)) {
    return refuse(
      "saturated-model",
      `model ${text}`,
      "A term of all lists together can never be told apart from the hidden cases.",
      "Leave the term of all lists out.",
    );
  }
  return accept(closed);
}
