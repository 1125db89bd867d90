/** The two-person rule: who becomes an administrator or ceases to be one is never one person's doing once there are two. */

/** What is proposed about the role of administrator. */
export interface AdministratorProposal {
  verb: "give" | "take";
  /** Account that would get or lose the role. */
  account: string;
  /** Account of the administrator who proposes it; null for the program (first start, command line). */
  proposer: string | null;
}

export type AdministratorRefusal =
  | "already-administrator"
  | "not-administrator"
  | "last-administrator"
  | "proposer-not-administrator"
  | "confirmer-not-administrator"
  | "own-proposal";

/** What follows: done at once, waiting for a second administrator, or refused; with the reason and, where refused, the cure, in English. */
export type AdministratorVerdict =
  | { follows: "done"; text: string }
  | { follows: "waits"; text: string }
  | { follows: "refused"; code: AdministratorRefusal; text: string; cure: string };

const refused = (code: AdministratorRefusal, text: string, cure: string): AdministratorVerdict => ({
  follows: "refused",
  code,
  text,
  cure,
});

/** What stands against a proposal whoever confirms it; undefined when nothing does. */
function refuseProposal(
  administrators: ReadonlySet<string>,
  { verb, account, proposer }: AdministratorProposal,
): AdministratorVerdict | undefined {
  if (proposer !== null && !administrators.has(proposer))
    return refused(
      "proposer-not-administrator",
      "Whoever proposed this is no longer an administrator.",
      "An administrator has to propose it anew.",
    );
  if (verb === "give" && administrators.has(account))
    return refused(
      "already-administrator",
      "This person is an administrator already.",
      "Nothing is to be done.",
    );
  if (verb === "take" && !administrators.has(account))
    return refused("not-administrator", "This person is not an administrator.", "Nothing is to be done.");
  if (verb === "take" && administrators.size === 1)
    return refused(
      "last-administrator",
      "This is the last administrator, without whom nobody could run the platform.",
      "Give the role to another person first.",
    );
  return undefined;
}

/**
 * Judges a proposal when it is made. A single administrator gives the role alone; from two on another one confirms. Whoever gives the role
 * back does so alone, as long as another stays. The program acts alone: whoever has the machine has it all anyway, and the log shows it.
 *
 * @param administrators accounts that hold the role now and aren't suspended
 */
export function proposeAdministrator(
  administrators: ReadonlySet<string>,
  proposal: AdministratorProposal,
): AdministratorVerdict {
  const against = refuseProposal(administrators, proposal);
  if (against) return against;
  const { verb, account, proposer } = proposal;
  if (proposer === null) return { follows: "done", text: "Done by whoever runs the server." };
  if (verb === "take" && account === proposer)
    return { follows: "done", text: "The role is given back; another administrator stays." };
  if (verb === "give" && administrators.size === 1)
    return { follows: "done", text: "There was a single administrator, who decides alone." };
  return { follows: "waits", text: "Another administrator has to confirm this." };
}

/**
 * Judges a confirmation, against the administrators of that moment: of two who propose to demote each other, each proposal waits for the other
 * person, so both stay unless one consents; and once one is gone the other's proposal has lapsed.
 *
 * @param confirmer account of whoever confirms
 */
export function confirmAdministrator(
  administrators: ReadonlySet<string>,
  proposal: AdministratorProposal,
  confirmer: string,
): AdministratorVerdict {
  if (!administrators.has(confirmer))
    return refused(
      "confirmer-not-administrator",
      "Only an administrator confirms this.",
      "Ask an administrator.",
    );
  if (confirmer === proposal.proposer)
    return refused(
      "own-proposal",
      "A second person has to confirm this: it is your own proposal.",
      "Ask another administrator.",
    );
  return refuseProposal(administrators, proposal) ?? { follows: "done", text: "Two administrators agree." };
}
