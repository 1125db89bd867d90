import { PILLARS, type Pillar } from "../../vocabulary/index.ts";
import type { Marker, MarkerSubject, SetMarker } from "./action.ts";

/**
 * Markers that a theme's own name settles: nothing is guessed, and what the name leaves open stays not assessed. An action on demand has demand as its
 * principal objective; one on child victims, age. **[convention]**
 */
const BY_THEME: Readonly<Record<string, Partial<Record<MarkerSubject, Marker>>>> = {
  "prevention.demand": { demand: 2 },
  "prevention.supply-chains": { demand: 2, labour: 1 },
  "prosecution.knowing-use": { demand: 2 },
  "prevention.labour-inspection": { demand: 1, labour: 2 },
  "prevention.root-causes": { supply: 2 },
  "prevention.education": { supply: 2 },
  "prevention.safe-migration": { supply: 2 },
  "prevention.recruitment": { supply: 1, labour: 2 },
  "prevention.crises": { supply: 2 },
  "prevention.civil-registration": { supply: 2, age: 1 },
  "prevention.gender-equality": { supply: 2, gender: 2 },
  "prevention.child-labour": { supply: 1, age: 2, labour: 2 },
  "protection.children": { age: 2 },
  "protection.migrant-rights": { labour: 2 },
  "prosecution.child-exploitation": { age: 2, "child-sexual": 2 },
  "prosecution.slavery-forced-labour": { labour: 2, servitude: 2 },
};

/**
 * Markers read off where an action stands: the pillar under which the plan puts it, or else that of its theme, is the principal objective; the pillar
 * of its theme, where it is another, a significant one; and what {@link BY_THEME} adds.
 */
export function markersOfPlace(
  theme: string,
  pillar: Pillar | null,
): Partial<Record<MarkerSubject, SetMarker>> {
  const ofTheme = PILLARS.find((one) => theme.startsWith(`${one}.`));
  const values: Partial<Record<MarkerSubject, Marker>> = { ...BY_THEME[theme] };
  if (ofTheme) values[ofTheme] = pillar === null || pillar === ofTheme ? 2 : 1;
  if (pillar) values[pillar] = 2;
  return Object.fromEntries(
    Object.entries(values).map(([subject, value]) => [subject, { value, basis: "place" }]),
  );
}
