import { describe, expect, it } from "vitest";
import { readSettings, type Settings } from "../settings.ts";
import { readOperateSettings } from "./operate-settings.ts";

const TOKEN = "a-token-of-at-least-24-characters";
function read(env: Record<string, string>) {
  return readOperateSettings(readSettings([], env, "/here") as Settings);
}

describe("the operator's settings", () => {
  it("embedded: a door on this machine, found by a file; workers in the process", () => {
    expect(read({ CONCORD_VAR: "/there" })).toEqual({
      workers: true,
      door: { host: "127.0.0.1", port: 0, token: undefined, folder: "/there" },
    });
  });

  it("with a database server there is a door only where one is asked for", () => {
    expect(read({ DATABASE_URL: "postgres://x" }).door).toBeUndefined();
    const asked = read({
      DATABASE_URL: "postgres://x",
      CONCORD_OPERATOR: "0.0.0.0:4511",
      CONCORD_OPERATOR_TOKEN: TOKEN,
    });
    expect(asked.door).toEqual({ host: "0.0.0.0", port: 4511, token: TOKEN, folder: undefined });
    expect(read({ CONCORD_OPERATOR: "[::1]:4511" }).door?.host).toBe("::1");
  });

  it.each([
    [{ CONCORD_WORKERS: "0" }, "DATABASE_URL"],
    [{ CONCORD_OPERATOR: "here" }, "127.0.0.1:4511"],
    [{ CONCORD_OPERATOR: "0.0.0.0:4511" }, "CONCORD_OPERATOR_TOKEN"],
    [{ CONCORD_OPERATOR: "4511", DATABASE_URL: "postgres://x" }, "CONCORD_OPERATOR_TOKEN"],
    [{ CONCORD_OPERATOR_TOKEN: "short" }, "24"],
  ])("%o can't be used, and it is said why", (env, says) => {
    expect(() => read(env)).toThrow(says);
  });
});
