import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Door, openDoor } from "./door.ts";

const failures: unknown[] = [];
let folder: string;
let door: Door;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-door-"));
  const answers = new Map([
    [
      "/metrics",
      async (_: unknown, response: { end(text: string): unknown }) => void response.end("all is well\n"),
    ],
    ["/breaks", async () => Promise.reject(new Error("broken"))],
  ]);
  door = await openDoor({ host: "127.0.0.1", port: 0, token: undefined, folder }, answers, (error) =>
    failures.push(error),
  );
});
afterEach(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = (path: string, token: string) =>
  fetch(door.url + path, { headers: { authorization: `Bearer ${token}` } });

describe("the operator's door", () => {
  it("opens to the token in its file, which only this user can read, and which goes with it", async () => {
    const path = join(folder, "operator.json");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const { url, token } = JSON.parse(await readFile(path, "utf8"));
    expect(url).toBe(door.url);
    expect(await (await ask("/metrics", token)).text()).toBe("all is well\n");
    expect((await ask("/elsewhere", token)).status).toBe(404);
    await door.close();
    expect(existsSync(path)).toBe(false);
  });

  it("stays shut without it, whatever is asked", async () => {
    for (const path of ["/metrics", "/elsewhere"]) {
      expect((await fetch(door.url + path)).status).toBe(401);
      expect((await ask(path, "x".repeat(43))).status).toBe(401);
    }
  });

  it("cuts off an answer that fails, rather than let it seem whole", async () => {
    const { token } = JSON.parse(await readFile(join(folder, "operator.json"), "utf8"));
    await expect(ask("/breaks", token).then((response) => response.text())).rejects.toThrow();
    expect(failures).toEqual([new Error("broken")]);
  });
});
