import type { IsoDay, Language } from "../../vocabulary/index.ts";
import type { Law } from "../law.ts";
import { profile } from "../profile.ts";

/**
 * A state's position in a few plain sentences, in one of the six languages, made from the data.
 * @param day `YYYY-MM-DD`
 */
export function summary(law: Law, iso3: string, day: IsoDay, language: Language): string[] {
  const { counts } = profile(law, iso3, day);
  return [
    `${law.states[law.stateIndex.get(iso3)!]!.names[language]}: ${counts.binding}/${law.themes.length}`,
  ];
}
