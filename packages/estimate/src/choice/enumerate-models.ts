/**
 * All hierarchical models up to a given order, and the neighbours of one.
 */
import { compareTerms, type Interactions, interactionsUpTo } from "../model/model.ts";
import { sizeOf } from "../model/transform.ts";

/**
 * Counts and lists every hierarchical model whose terms hold at most `order` lists, main effects always included.
 * Two lists: 1 model (their interaction can't be told from the hidden). Five lists at order 2: 2^10; six: 2^15.
 * @param most gives up beyond this number of models
 * @returns models in an order in which neighbours differ by little; undefined if there are more than `most`
 */
export function enumerateModels(lists: number, order: number, most: number): number[][] | undefined {
  const models: number[][] = [];
  const highest = Math.min(order, lists - 1);
  const extend = (model: readonly number[], size: number): boolean => {
    const present = new Set(model);
    const possible = interactionsUpTo(lists, size).filter(
      (t) => sizeOf(t) === size && (size === 2 || partsOf(t).every((part) => present.has(part))),
    );
    if (size > highest || possible.length === 0) {
      models.push([...model]);
      return models.length <= most;
    }
    if (possible.length > 30) return false;
    for (let code = 0; code < 2 ** possible.length; code++) {
      const gray = code ^ (code >> 1);
      const chosen = possible.filter((_, i) => (gray >> i) & 1);
      const next = [...model, ...chosen];
      // A level without any term can have no higher ones.
      if (chosen.length === 0 ? models.push(next) > most : !extend(next, size + 1)) return false;
    }
    return true;
  };
  return extend([], 2) ? models.map((m) => m.sort(compareTerms)) : undefined;
}

/** The terms with one list fewer that are contained in a term. */
export function partsOf(term: number): number[] {
  const parts: number[] = [];
  for (let rest = term; rest > 0; rest &= rest - 1) parts.push(term & ~(rest & -rest));
  return parts;
}

/**
 * Models that differ from this one by a single term and are hierarchical too.
 * @param order terms of at most this many lists may be added
 */
export function neighbourModels(lists: number, interactions: Interactions, order: number): number[][] {
  const present = new Set(interactions);
  const neighbours: number[][] = [];
  for (const term of interactionsUpTo(lists, Math.min(order, lists - 1))) {
    if (present.has(term)) {
      const needed = interactions.some((other) => other !== term && (other & term) === term);
      if (!needed) neighbours.push(interactions.filter((other) => other !== term));
    } else if (partsOf(term).every((part) => sizeOf(part) < 2 || present.has(part))) {
      neighbours.push([...interactions, term].sort(compareTerms));
    }
  }
  return neighbours;
}
