import { granted, type Ruled, refused } from "../refusal.ts";

/** States that speak as one (P7). */
export interface SpeakingGroup {
  id: string;
  name: string;
  /** The member that files for the group. */
  coordinator: string;
  members: readonly string[];
}

/** In whose name something is filed: its author, a group if any, and the members named. */
export interface Filing {
  by: string;
  group: string | null;
  /** Those in whose name it is filed, the author among them if it says so. Empty: in its own name alone. */
  inNameOf: readonly string[];
}

/**
 * Whether an author may file in these names (P7): a group files through its coordinator, with the list of members in whose name; a list
 * names each member once, and members of the group only.
 * @param entitled whether an actor may file this by itself: nobody can lend a right it hasn't
 */
export function checkFiling(
  { by, group, inNameOf }: Filing,
  groups: ReadonlyMap<string, SpeakingGroup>,
  entitled: (actor: string) => boolean,
): Ruled<Filing> {
  const twice = inNameOf.find((actor, at) => inNameOf.indexOf(actor) !== at);
  if (twice !== undefined) return wrong("named-twice", `${twice} is named twice.`, "Name each member once.");
  const stranger = inNameOf.find((actor) => !entitled(actor));
  if (stranger !== undefined)
    return wrong("not-entitled", `${stranger} isn't entitled to this itself.`, "Leave it out of the list.");
  if (group === null) return granted({ by, group, inNameOf });
  const filed = groups.get(group);
  if (!filed)
    return wrong("unknown-group", `No group ${group} is filed.`, "File the group with its members first.");
  if (filed.coordinator !== by)
    return wrong(
      "not-coordinator",
      `${by} is not the coordinator of ${filed.name}.`,
      `Let ${filed.coordinator} file it, or file it in your own name.`,
    );
  if (inNameOf.length === 0)
    return wrong("no-list", "A group files with the list of members in whose name.", "Name the members.");
  const outside = inNameOf.find((actor) => !filed.members.includes(actor));
  if (outside !== undefined)
    return wrong(
      "not-in-group",
      `${outside} is no member of ${filed.name}.`,
      "Leave it out of the list, or file the group's list anew.",
    );
  return granted({ by, group, inNameOf });
}

function wrong(code: string, detail: string, cure: string) {
  return refused("P7", code, "members", detail, cure);
}

/** What an actor says of a proposal by itself. */
export type Stance = "support" | "oppose" | "reserve";

/** Everybody's place on one proposal, each actor once. */
export interface Standing {
  /** Its author and those in whose name it was filed, less those who dissociated themselves. */
  proposers: string[];
  /** Those who support it beside the proposers. */
  supporters: string[];
  opponents: string[];
  reserving: string[];
  dissociated: string[];
  /** Members that carry it, proposers and supporters, each counted once (P7). */
  memberCount: number;
}

/**
 * Who stands where on a proposal (P7). What an actor says by itself goes before what was filed in its name: a member of the group that
 * opposes alone is counted as opposing. **[convention]**
 * @param stances the last stance of each actor
 */
export function standingOf(
  { by, inNameOf }: Filing,
  stances: ReadonlyMap<string, Stance>,
  dissociated: ReadonlySet<string>,
  isMember: (actor: string) => boolean,
): Standing {
  const named = [...new Set([by, ...inNameOf])].filter((actor) => !dissociated.has(actor));
  const of = (stance: Stance) => [...stances].filter(([, said]) => said === stance).map(([actor]) => actor);
  const against = new Set([...of("oppose"), ...of("reserve")]);
  const proposers = named.filter((actor) => !against.has(actor));
  const supporters = of("support").filter((actor) => !proposers.includes(actor));
  return {
    proposers,
    supporters,
    opponents: of("oppose"),
    reserving: of("reserve"),
    dissociated: [...dissociated],
    memberCount: [...proposers, ...supporters].filter(isMember).length,
  };
}
