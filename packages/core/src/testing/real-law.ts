import { buildLaw, type Law } from "../instruments/law.ts";
import { readTestKnowledge } from "./read-knowledge.ts";

let law: Law | undefined;

/** The law of the repository's data, indexed once per test file. */
export function realLaw(): Law {
  law ??= buildLaw(readTestKnowledge());
  return law;
}
