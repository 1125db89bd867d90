/** Sends what waits in the outbox, over SMTP, and tries again what doesn't go; a letter is never lost. */
import { SYSTEM } from "@concord/core/access";
import { markLetterFailed, markLetterSent, type Store, selectDueLetters, takeLetter } from "@concord/store";

/** While a letter is being sent nobody else takes it; a process that dies in the middle lets it be sent again after this. */
const TAKEN_MS = 5 * 60_000;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 6 * 3600_000;
const LETTERS_A_ROUND = 50;
/** How long a mail server may take for each step. */
const SMTP_TIMEOUT_MS = 20_000;

/** How long to wait after so many attempts that failed, in milliseconds. */
export const retryAfterMs = (attempts: number) =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.max(0, attempts - 1));

export interface MailSettings {
  /** `smtp://user:password@host:port`; undefined: the log says what the letter would. */
  smtpUrl: string | undefined;
  mailFrom: string;
}

/** Hands one letter to whatever carries it. */
type Carrier = (letter: { recipient: string; subject: string; body: string; id: string }) => Promise<void>;

async function openCarrier({ smtpUrl, mailFrom }: MailSettings, say: (line: string) => void) {
  if (!smtpUrl) {
    const carry: Carrier = async ({ subject, body }) => {
      const link = /https?:\/\/\S+/.exec(body)?.[0];
      say(`No mail server is set (CONCORD_SMTP_URL). "${subject}"${link ? `: ${link}` : ""}`);
    };
    return { carry, close: () => undefined };
  }
  const { createTransport } = await import("nodemailer");
  const timeouts = {
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
  };
  const url = new URL(smtpUrl);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === "smtps:" ? 465 : 587),
    secure: url.protocol === "smtps:",
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    ...timeouts,
  });
  const carry: Carrier = async ({ recipient, subject, body, id }) => {
    await transport.sendMail({
      from: mailFrom,
      to: recipient,
      subject,
      text: body,
      messageId: `<${id}@${/@([^>\s]+)/.exec(mailFrom)?.[1] ?? "concord"}>`,
      headers: { "auto-submitted": "auto-generated" },
    });
  };
  return { carry, close: () => transport.close() };
}

/** What a mail server said, without addresses: for the log and the outbox. */
const reasonOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).replace(/\S+@\S+/g, "…").slice(0, 300);

/**
 * Sends every letter whose time has come.
 * @returns how many went and how many have to wait
 */
export async function sendDueMail(
  store: Store,
  settings: MailSettings,
  say: (line: string) => void,
  now: () => Date = () => new Date(),
): Promise<{ sent: number; waiting: number }> {
  const due = await store.read((tx) => selectDueLetters(tx, now(), LETTERS_A_ROUND), SYSTEM);
  const outcome = { sent: 0, waiting: 0 };
  if (due.length === 0) return outcome;
  const { carry, close } = await openCarrier(settings, say);
  try {
    for (const letter of due) {
      const until = new Date(now().getTime() + TAKEN_MS);
      if (!(await store.write((tx) => takeLetter(tx, letter.id, now(), until), SYSTEM))) continue;
      try {
        await carry(letter);
        await store.write((tx) => markLetterSent(tx, letter.id, now()), SYSTEM);
        outcome.sent++;
      } catch (error) {
        const next = new Date(now().getTime() + retryAfterMs(letter.attempts + 1));
        await store.write((tx) => markLetterFailed(tx, letter.id, reasonOf(error), next), SYSTEM);
        say(`A letter could not be sent and is tried again at ${next.toISOString()}: ${reasonOf(error)}`);
        outcome.waiting++;
      }
    }
  } finally {
    close();
  }
  return outcome;
}

const ROUND_MS = 5_000;

/** Sends mail in this process: soon after `wake`, and every few seconds what is due again. */
export function startMailSender(store: Store, settings: MailSettings, say: (line: string) => void) {
  let round: Promise<unknown> = Promise.resolve();
  let waiting = false;
  const wake = () => {
    if (waiting) return;
    waiting = true;
    round = round.then(async () => {
      waiting = false;
      await sendDueMail(store, settings, say).catch((error: unknown) =>
        say(`The outbox can't be read: ${reasonOf(error)}`),
      );
    });
  };
  const timer = setInterval(wake, ROUND_MS);
  timer.unref();
  return {
    wake,
    async stop() {
      clearInterval(timer);
      await round;
    },
  };
}
