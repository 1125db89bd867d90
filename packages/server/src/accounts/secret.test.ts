import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BadSetting } from "../settings.ts";
import { addressOfClient, readSignInSettings } from "./account-settings.ts";
import { cookieNames, deviceCookie, isKnownDevice, resealed, sessionToken } from "./cookies.ts";
import { openCookie, readSecrets, sealCookie } from "./secret.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "concord-secret-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const OLD = "old-secret-old-secret-old-secret-old";
const NEW = "new-secret-new-secret-new-secret-new";
const asking = (cookie: string) => new Request("http://localhost:4510/", { headers: { cookie } });

describe("the server's secret", () => {
  it("is made at the first start, for the server's own user alone, and stays", async () => {
    const [made] = await readSecrets({}, folder);
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(join(folder, "secret"))).mode & 0o777).toBe(0o600);
    expect(await readSecrets({}, folder)).toEqual([made]);
  });

  it("comes from the environment or a file, newest first, and one too short is refused by its place", async () => {
    expect(await readSecrets({ CONCORD_SECRET: `${NEW},${OLD}` }, folder)).toEqual([NEW, OLD]);
    const file = join(folder, "given");
    await writeFile(file, `${NEW}\n${OLD}\n`);
    expect(await readSecrets({ CONCORD_SECRET_FILE: file }, folder)).toEqual([NEW, OLD]);
    await expect(readSecrets({ CONCORD_SECRET: "short" }, folder)).rejects.toThrow(BadSetting);
    await expect(readSecrets({ CONCORD_SECRET_FILE: join(folder, "none") }, folder)).rejects.toThrow("none");
    expect((await readFile(join(folder, "secret"), "utf8")).trim()).toHaveLength(64);
  });

  it("is rotated without signing anybody out: what the old one sealed is sealed anew on the way in", () => {
    const names = cookieNames("https://concord.example");
    const request = asking(`${names.session}=${sealCookie("token", OLD)}`);
    expect(sessionToken(request, names, [NEW, OLD])).toBe("token");
    expect(sessionToken(request, names, [NEW])).toBeUndefined();
    const sealed = resealed(request, [NEW, OLD]).split("=").slice(1).join("=");
    expect(openCookie(sealed, [NEW])).toBe("token");
  });
});

describe("cookies", () => {
  it("behind TLS are bound to this host, path and connection by their names", () => {
    expect(cookieNames("https://concord.example").session).toBe("__Host-concord.session_token");
    expect(cookieNames("http://localhost:4510").session).toBe("concord.session_token");
    const set = deviceCookie("a@example.org", cookieNames("https://concord.example"), NEW);
    expect(set).toMatch(/^__Host-concord\.device=.*; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  it("tell a known device for its own account alone", () => {
    const names = cookieNames("http://localhost:4510");
    const request = asking(deviceCookie("A@example.org", names, NEW).split(";")[0] ?? "");
    expect(isKnownDevice(request, "a@example.org", names, [NEW])).toBe(true);
    expect(isKnownDevice(request, "b@example.org", names, [NEW])).toBe(false);
  });

  it.each(["", "x", "x.", ".x", "%", "a.b.c", "token."])("%j opens nothing", (cookie) => {
    expect(openCookie(cookie, [NEW])).toBeUndefined();
  });
});

describe("where a request comes from", () => {
  it("is told by the socket, and by a proxy only where one is trusted", () => {
    expect(addressOfClient("10.0.0.1", "1.1.1.1", 0)).toBe("10.0.0.1");
    expect(addressOfClient("10.0.0.1", "6.6.6.6, 1.1.1.1", 1)).toBe("1.1.1.1");
    expect(addressOfClient("10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2", 2)).toBe("1.1.1.1");
    expect(addressOfClient("10.0.0.1", null, 1)).toBe("10.0.0.1");
  });

  it("settings that can't be used are named", () => {
    const read = (env: Record<string, string>) => readSignInSettings(env, { origin: undefined, port: 4510 });
    expect(read({}).publicUrl).toBe("http://localhost:4510");
    expect(() => read({ CONCORD_TRUSTED_PROXIES: "x" })).toThrow("CONCORD_TRUSTED_PROXIES");
    expect(() => read({ CONCORD_SMTP_URL: "mail.example" })).toThrow("CONCORD_SMTP_URL");
    expect(() => read({ CONCORD_OIDC_ISSUER: "https://id.example" })).toThrow("CONCORD_OIDC_CLIENT_ID");
  });
});
