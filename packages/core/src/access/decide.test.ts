import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ANONYMOUS,
  DEED_NAMES,
  decide,
  explain,
  type Principal,
  REASON_CODES,
  ROLES,
  rolesThatMay,
  ruleOf,
} from "./index.ts";

const person = (role: Principal["role"], account = "a", actor = "BGD"): Principal => ({
  account,
  actor,
  role,
});
const codes = (decision: ReturnType<typeof decide>) => decision.reasons.map(({ code }) => code);

describe("who may do what", () => {
  it("everybody reads the knowledge base, the program alone loads it", () => {
    for (const role of ROLES) {
      expect(decide(person(role), "knowledge.see").allowed).toBe(true);
      expect(decide(person(role), "knowledge.load").allowed).toBe(role === "system");
    }
  });

  it("a focal point invites to the own actor and below the own role, and hears why not elsewhere", () => {
    const focal = person("focal-point");
    const to = (actor: string, role: Principal["role"]) =>
      decide(focal, "invitation.create", { kind: "invitation", actor, role });
    expect(codes(to("BGD", "member"))).toEqual(["role-may", "own-actor", "lesser-role"]);
    expect(codes(to("IND", "member"))).toEqual(["not-own-actor"]);
    expect(to("IND", "member")).toMatchObject({ cure: { code: "cure-own-actor" } });
    expect(codes(to("BGD", "focal-point"))).toEqual(["not-lesser-role"]);
  });

  it("nobody invites an administrator: that takes two", () => {
    const subject = { kind: "invitation", actor: "BGD", role: "administrator" } as const;
    for (const role of ROLES)
      if (role !== "system") expect(decide(person(role), "invitation.create", subject).allowed).toBe(false);
  });

  it("a proposal on an administrator is confirmed by another administrator, not by its author", () => {
    const by = (account: string) =>
      decide(person("administrator", account), "administrator.confirm", {
        kind: "administrator",
        account: "a",
      });
    expect(by("b").allowed).toBe(true);
    expect(codes(by("a"))).toEqual(["not-other-account"]);
  });

  it("a facilitator steers the consultation that names them, no other", () => {
    const steer = (facilitators: string[]) =>
      decide(person("facilitator"), "silence.open", { kind: "silence", facilitators }).allowed;
    expect([steer(["a"]), steer(["b"]), steer([])]).toEqual([true, false, false]);
  });

  it("whoever isn't signed in is told to sign in, unless nobody may", () => {
    expect(decide(ANONYMOUS, "audit.see")).toMatchObject({
      allowed: false,
      reasons: [{ code: "sign-in-needed", text: "Only a person who is signed in may read the audit log." }],
      cure: { code: "cure-sign-in" },
    });
    expect(decide(ANONYMOUS, "backup.restore")).toMatchObject({ cure: { code: "cure-program-alone" } });
  });

  it("a subject that doesn't tell whose it is belongs to nobody", () => {
    expect(codes(decide(person("member"), "account.change"))).toEqual(["subject-untold"]);
    expect(decide(person("member"), "account.change", { kind: "account", account: null }).allowed).toBe(
      false,
    );
    const nobody: Principal = { account: null, actor: null, role: "member" };
    expect(decide(nobody, "account.change", { kind: "account", account: null }).allowed).toBe(false);
    expect(decide(nobody, "position.take", { kind: "position", actor: null }).allowed).toBe(false);
  });
});

describe("the table of deeds", () => {
  it("names each deed as a verb on a noun, with words for it, and somebody who may", () => {
    for (const deed of DEED_NAMES) {
      expect(deed).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(ruleOf(deed).does.length).toBeGreaterThan(3);
      expect(rolesThatMay(deed).length).toBeGreaterThan(0);
    }
  });

  it("lets nobody do without an account what changes something, but taking up an invitation and signing in", () => {
    const open = DEED_NAMES.filter((deed) => ruleOf(deed).may.anonymous);
    expect(open.sort()).toEqual([
      "access.ask",
      "account.create",
      "actor.see",
      "audit.record",
      "invitation.accept",
      "knowledge.see",
      "me.see",
      "plan.see",
      "session.create",
    ]);
  });
});

describe("whatever is asked", () => {
  const text = fc.constantFrom("a", "b", "BGD", "IND");
  const principal = fc.record({
    account: fc.option(text),
    actor: fc.option(text),
    role: fc.constantFrom(...ROLES),
  });
  const subject = fc.record(
    {
      kind: fc.constant("thing"),
      account: fc.option(text),
      actor: fc.option(text),
      role: fc.constantFrom(...ROLES),
      facilitators: fc.array(text),
    },
    { requiredKeys: ["kind"] },
  );

  it("a decision has reasons in whole sentences, and a refusal a cure", () => {
    fc.assert(
      fc.property(principal, fc.constantFrom(...DEED_NAMES), subject, (who, deed, what) => {
        const decision = decide(who, deed, what);
        const said = decision.allowed ? decision.reasons : [...decision.reasons, decision.cure];
        expect(said.length).toBeGreaterThan(decision.allowed ? 0 : 1);
        for (const { code, text: sentence } of said) {
          expect(REASON_CODES).toContain(code);
          expect(sentence).toMatch(/^[A-Z].*\.$/);
          expect(sentence).not.toContain("undefined");
        }
      }),
    );
  });

  it("telling less of the subject never allows more", () => {
    const keys = ["account", "actor", "role", "facilitators"] as const;
    fc.assert(
      fc.property(
        principal,
        fc.constantFrom(...DEED_NAMES),
        subject,
        fc.constantFrom(...keys),
        (who, deed, what, key) => {
          const { [key]: _left, ...less } = what;
          if (decide(who, deed, less).allowed) expect(decide(who, deed, what).allowed).toBe(true);
        },
      ),
    );
  });

  it("an explanation about oneself agrees with the decision and lists who may", () => {
    const said = explain(person("focal-point"), "invitation.create", { role: "member" });
    expect(said.decision.allowed).toBe(true);
    expect(said.who.map(({ role }) => role)).toEqual([
      "focal-point",
      "secretariat",
      "administrator",
      "system",
    ]);
  });
});
