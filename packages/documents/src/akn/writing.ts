import type { Language } from "@concord/core/vocabulary";
import type { Runs } from "../model/index.ts";

/** What is known while one Akoma Ntoso document is written. */
export interface AknWriting {
  language: Language;
  giveId: (wish: string) => string;
  /** Printed numbers of footnotes, their texts, and the eId of each that has been written. */
  numbers: ReadonlyMap<string, number>;
  footnotes: ReadonlyMap<string, Runs>;
  noteIds: Map<string, string>;
  /** Ids of those who propose, by name, as the references list them. */
  authors: ReadonlyMap<string, string>;
}
