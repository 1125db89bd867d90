import { SYSTEM } from "@concord/core/access";
import { expect, it } from "vitest";
import { storeOver } from "./store.ts";

it("a full disk is told as such, with what to do", async () => {
  const store = storeOver({
    kind: "embedded",
    queue: { databaseUrl: "" },
    transaction: () =>
      Promise.reject(
        new Error("Failed query", {
          cause: Object.assign(new Error("could not extend file"), { code: "53100" }),
        }),
      ),
    close: async () => undefined,
  });
  await expect(store.write(async () => undefined, SYSTEM)).rejects.toMatchObject({
    code: "disk-full",
    cure: expect.stringContaining("Make room"),
  });
});
