import { SYSTEM } from "@concord/core/access";
import { postLetter, selectDueLetters } from "@concord/store";
import { onBothEngines } from "@concord/store/testing";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeInvitation, writeSignInLetter } from "./letters.ts";
import { retryAfterMs, sendDueMail } from "./sender.ts";

/** A mail server that keeps what it is given, or refuses it. */
function openSink() {
  const received: { to: string; text: string }[] = [];
  const state = { refuses: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        if (state.refuses) return done(Object.assign(new Error("not now"), { responseCode: 451 }));
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, text: Buffer.concat(parts).toString("utf8") });
        done();
      });
    },
  });
  return {
    received,
    state,
    listen: () =>
      new Promise<string>((resolve) => {
        const listening = server.listen(0, "127.0.0.1", () => {
          const address = listening.address();
          resolve(`smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`);
        });
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const LINK = "http://localhost:4510/people/invitation#token=secret-of-the-link";
const letterTo = (to: string) => writeInvitation(to, "Organization A", "member", "fr", LINK);

onBothEngines("the outbox", "blank", (store) => {
  const sink = openSink();
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  let smtpUrl: string;
  const settings = (url: string | undefined) => ({ smtpUrl: url, mailFrom: "Concord <concord@example.org>" });
  const post = (to: string) => store().write((tx) => postLetter(tx, letterTo(to)), SYSTEM);
  const due = (at: Date) => store().read((tx) => selectDueLetters(tx, at, 100), SYSTEM);
  const later = new Date(Date.now() + 365 * 24 * 3600_000);

  beforeAll(async () => {
    smtpUrl = await sink.listen();
  });
  afterAll(() => sink.close());

  it("a letter goes once, in the reader's language, and what it said is then forgotten", async () => {
    await post("reader@example.org");
    expect(await sendDueMail(store(), settings(smtpUrl), say)).toEqual({ sent: 1, waiting: 0 });
    expect(await sendDueMail(store(), settings(smtpUrl), say)).toEqual({ sent: 0, waiting: 0 });
    expect(sink.received.map(({ to }) => to)).toEqual(["reader@example.org"]);
    const plain = sink.received[0]?.text.replace(/=\r\n/g, "").replace(/=3D/g, "=");
    expect(plain).toContain(LINK);
    expect(plain).toContain("Auto-Submitted: auto-generated");
    expect(await due(later)).toEqual([]);
  });

  it("a letter leaves only if its cause holds", async () => {
    const undone = store().write(async (tx) => {
      await postLetter(tx, letterTo("nobody@example.org"));
      throw new Error("undone");
    }, SYSTEM);
    await expect(undone).rejects.toThrow("undone");
    expect(await due(later)).toEqual([]);
  });

  it("while the mail server is down or refuses, letters wait longer and longer, and none is lost", async () => {
    await post("patient@example.org");
    const clock = { now: new Date() };
    const attempt = (url: string) => sendDueMail(store(), settings(url), say, () => clock.now);
    expect(await attempt("smtp://127.0.0.1:9")).toEqual({ sent: 0, waiting: 1 });
    expect(await attempt(smtpUrl)).toEqual({ sent: 0, waiting: 0 });
    clock.now = new Date(clock.now.getTime() + retryAfterMs(1) + 1);
    sink.state.refuses = true;
    expect(await attempt(smtpUrl)).toEqual({ sent: 0, waiting: 1 });
    sink.state.refuses = false;
    clock.now = new Date(clock.now.getTime() + retryAfterMs(2) + 1);
    expect(await attempt(smtpUrl)).toEqual({ sent: 1, waiting: 0 });
    expect(sink.received.at(-1)?.to).toBe("patient@example.org");
    expect(said.join("\n")).not.toContain("patient@example.org");
  });

  it("without a mail server the log says where the link is", async () => {
    await post("console@example.org");
    expect(await sendDueMail(store(), settings(undefined), say)).toEqual({ sent: 1, waiting: 0 });
    expect(said.at(-1)).toContain(LINK);
    expect(said.at(-1)).not.toContain("console@example.org");
  });
});

describe("letters", () => {
  it.each(["ar", "en", "es", "fr", "ru", "zh"] as const)(
    "stand in %s with their link on a line of its own",
    (language) => {
      const letters = [
        writeInvitation("a@example.org", "Organization A", "focal-point", language, LINK),
        ...(["new-pass-phrase", "confirm-address"] as const).map((kind) =>
          writeSignInLetter({ kind, account: "a", to: "a@example.org", link: LINK }, language),
        ),
        writeSignInLetter(
          {
            kind: "change-address",
            account: "a",
            to: "a@example.org",
            link: LINK,
            newEmail: "b@example.org",
          },
          language,
        ),
      ];
      expect(new Set(letters.map(({ subject }) => subject)).size).toBe(letters.length);
      for (const { body } of letters) expect(body.split("\n")).toContain(LINK);
    },
  );

  it("wait half a minute at first, six hours at most", () => {
    expect(retryAfterMs(1)).toBe(30_000);
    expect(retryAfterMs(2)).toBe(60_000);
    expect(retryAfterMs(40)).toBe(6 * 3600_000);
  });
});
