import { expect, it } from "vitest";
import { ensureAppRole } from "./app-role.ts";
import type { Session } from "./session.ts";

/** A session of a server that answers in one way and refuses in one. */
function sessionOf(found: object[], refusal?: string): Session {
  const execute = async () => {
    if (refusal) throw Object.assign(new Error("refused"), { code: refusal });
  };
  return { rows: async () => found, db: { execute } } as unknown as Session;
}

it("a role of the application that could pass by the row policies is refused", async () => {
  await expect(ensureAppRole(sessionOf([{ strong: true, mine: true }]))).rejects.toMatchObject({
    code: "role-too-strong",
    cure: expect.stringContaining("NOBYPASSRLS"),
  });
});

it("a user who may not make the role hears what an administrator has to run", async () => {
  await expect(ensureAppRole(sessionOf([], "42501"))).rejects.toMatchObject({
    code: "role-missing",
    cure: expect.stringContaining("CREATE ROLE concord_app NOLOGIN; GRANT concord_app"),
  });
  await expect(ensureAppRole(sessionOf([{ strong: false, mine: true }], "42501"))).resolves.toBeUndefined();
});
