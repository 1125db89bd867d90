import { describe, expect, it } from "vitest";
import { keyedBlake2b } from "./blake2b.ts";

const digest = (message: string, key: string, salt: string) =>
  Buffer.from(keyedBlake2b(Buffer.from(key), Buffer.from(salt))(Buffer.from(message))).toString("hex");

describe("keyed BLAKE2b", () => {
  it.each([
    ["abc", "key", "0", "833cdb7e441d04977deaf9cd1bb26625d04e1afbce7bf084"],
    ["", "key", "", "5b3cfd8f422b490b764b55eceb330b500c79cbefa9a928ad"],
    [
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk",
      "salt",
      "1d138f5d7d3ee2171dac6caa2840714d1c541316be087a72",
    ],
    ["", "", "", "786a02f742015903c6c6fd852552d272912f4740e1584761"],
    [
      "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy",
      "",
      "1",
      "8ff82d04783f33c093e4bb231dd95a1c36cf3e65f907e98b",
    ],
    [
      "zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
      "q",
      "15",
      "d143be66edb017ed3b265bc22710bdf69ec1ccb4df392a81",
    ],
  ])("gives the digest of Python's hashlib: %s", (message, key, salt, start) => {
    expect(digest(message, key, salt).slice(0, 48)).toBe(start);
  });

  it("gives the digest of RFC 7693, appendix A, for abc without key", () => {
    expect(digest("abc", "", "")).toBe(
      "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
    );
  });

  it("refuses keys and salts that are too long", () => {
    expect(() => keyedBlake2b(new Uint8Array(65), new Uint8Array())).toThrow("64 bytes");
    expect(() => keyedBlake2b(new Uint8Array(), new Uint8Array(17))).toThrow("16 bytes");
  });
});
