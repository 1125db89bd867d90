import { granted, type Ruled, refused } from "../refusal.ts";

/**
 * The order of a roll-call: alphabetical, beginning with the member drawn by lot (P13, rule 87).
 * @param members members with the names by which they are called
 * @param drawn the member drawn; the lot is drawn outside and recorded
 * @param language BCP 47 tag whose alphabet orders the names
 */
export function rollCallOrder(
  members: ReadonlyMap<string, string>,
  drawn: string,
  language: string,
): Ruled<string[]> {
  if (!members.has(drawn))
    return refused(
      "P13",
      "not-a-member",
      "drawn",
      `${drawn} is no member of the body.`,
      "Draw one of the members.",
    );
  const { compare } = new Intl.Collator(language);
  const order = [...members]
    .sort(([a, nameA], [b, nameB]) => compare(nameA, nameB) || (a < b ? -1 : 1))
    .map(([member]) => member);
  const first = order.indexOf(drawn);
  return granted([...order.slice(first), ...order.slice(0, first)]);
}
