import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AdministratorProposal, confirmAdministrator, proposeAdministrator } from "./index.ts";

const give = (account: string, proposer: string | null): AdministratorProposal => ({
  verb: "give",
  account,
  proposer,
});
const take = (account: string, proposer: string | null): AdministratorProposal => ({
  verb: "take",
  account,
  proposer,
});

describe("the role of administrator", () => {
  it("is given by the first alone, and from two on by two", () => {
    expect(proposeAdministrator(new Set(["a"]), give("b", "a")).follows).toBe("done");
    const two = new Set(["a", "b"]);
    expect(proposeAdministrator(two, give("c", "a")).follows).toBe("waits");
    expect(confirmAdministrator(two, give("c", "a"), "a")).toMatchObject({ code: "own-proposal" });
    expect(confirmAdministrator(two, give("c", "a"), "c")).toMatchObject({
      code: "confirmer-not-administrator",
    });
    expect(confirmAdministrator(two, give("c", "a"), "b").follows).toBe("done");
  });

  it("is given back by whoever holds it, but the last one keeps it", () => {
    expect(proposeAdministrator(new Set(["a", "b"]), take("a", "a")).follows).toBe("done");
    expect(proposeAdministrator(new Set(["a"]), take("a", "a"))).toMatchObject({
      code: "last-administrator",
    });
    expect(proposeAdministrator(new Set(["a"]), take("a", null))).toMatchObject({
      code: "last-administrator",
    });
  });

  it("two who demote each other both stay, until one consents; then the other's proposal has lapsed", () => {
    const both = new Set(["a", "b"]);
    expect(proposeAdministrator(both, take("b", "a")).follows).toBe("waits");
    expect(proposeAdministrator(both, take("a", "b")).follows).toBe("waits");
    expect(confirmAdministrator(both, take("b", "a"), "b").follows).toBe("done");
    expect(confirmAdministrator(new Set(["a"]), take("a", "b"), "a")).toMatchObject({
      code: "proposer-not-administrator",
    });
  });

  it("whatever is proposed and confirmed in whatever order, somebody holds it, and nobody alone changed it among two", () => {
    const account = fc.constantFrom("a", "b", "c", "d");
    const step = fc.record({
      verb: fc.constantFrom("give" as const, "take" as const),
      account,
      proposer: account,
      confirmer: account,
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const held = new Set(["a"]);
        for (const { confirmer, ...proposal } of steps) {
          const before = held.size;
          const proposed = proposeAdministrator(held, proposal);
          const alone = proposed.follows === "done";
          const agreed =
            proposed.follows === "waits" &&
            confirmAdministrator(held, proposal, confirmer).follows === "done";
          if (alone && before > 1) expect(proposal.account).toBe(proposal.proposer);
          if (!alone && !agreed) continue;
          if (proposal.verb === "give") held.add(proposal.account);
          else held.delete(proposal.account);
          expect(held.size).toBeGreaterThan(0);
        }
      }),
    );
  });
});
