import { describe, expect, it } from "vitest";
import { BadSetting, readSettings } from "./settings.ts";

describe("settings", () => {
  it("an argument comes before the environment, and that before the usual", () => {
    expect(readSettings([], {}, "/here")?.port).toBe(4510);
    expect(readSettings([], { PORT: "4701" }, "/here")?.port).toBe(4701);
    expect(readSettings(["--port", "4702"], { PORT: "4701" }, "/here")?.port).toBe(4702);
    expect(readSettings([], {}, "/here")?.host).toBe("localhost");
  });

  it("folders count from where the command was typed", () => {
    expect(readSettings(["--var", "db"], {}, "/here")?.varFolder).toBe("/here/db");
    expect(readSettings([], { CONCORD_VAR: "/there" }, "/here")?.varFolder).toBe("/there");
  });

  it("help asks for nothing else", () => {
    expect(readSettings(["--help"], {}, "/here")).toBeUndefined();
  });

  it("what can't be used is named, with what would do", () => {
    for (const [words, says] of [
      [["--port", "many"], '--port: "many" is no port'],
      [["--port", "70000"], "65535"],
      [["--port"], "--port"],
      [["--prt", "1"], "Known are --port"],
      [["extra"], "Known are --port"],
    ] as const) {
      const read = () => readSettings(words, {}, "/here");
      expect(read).toThrow(BadSetting);
      expect(read).toThrow(says);
    }
    expect(() => readSettings([], { PORT: "x" }, "/here")).toThrow('PORT: "x"');
  });
});
