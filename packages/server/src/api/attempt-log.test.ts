import { describe, expect, it } from "vitest";
import { countingStore } from "../testing/private-side.ts";
import { createAttemptLog } from "./attempt-log.ts";

const ANONYMOUS = { account: null, actor: null, role: "anonymous" } as const;
const refusal = (deed: "audit.see" | "backup.make", reason = "sign-in-needed") =>
  ({ deed, subject: { kind: "audit", id: "1" }, outcome: "refused", reason }) as const;

describe("refused attempts", () => {
  it("leave a row at once, and a flood of them one row with their number", async () => {
    const { store, seen } = countingStore();
    let end = () => {};
    const log = createAttemptLog(store, (ended) => {
      end = ended;
    });
    for (let time = 0; time < 10_000; time += 1) await log.note(ANONYMOUS, refusal("audit.see"));
    expect(seen.recorded).toEqual([refusal("audit.see")]);
    end();
    await log.settle();
    expect(seen.recorded.slice(1)).toEqual([
      { ...refusal("audit.see"), subject: { kind: "audit" }, detail: { times: 9_999, seconds: 60 } },
    ]);
    await log.note(ANONYMOUS, refusal("audit.see"));
    expect(seen.recorded.length).toBe(3);
  });

  it("of very many kinds share a row beyond some", async () => {
    const { store, seen } = countingStore();
    const log = createAttemptLog(store, () => {});
    for (let kind = 0; kind < 1_000; kind += 1)
      await log.note(ANONYMOUS, refusal("backup.make", `reason-${kind}`));
    await log.settle();
    expect(seen.recorded.length).toBe(31);
    expect(seen.recorded.at(-1)).toMatchObject({ reason: "too-many-kinds", detail: { times: 970 } });
  });
});
