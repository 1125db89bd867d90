/** Asking and telling the server about accounts. */
import { API } from "../../shell/api.ts";

/** What the server refused. `code` is for programs: the screen words it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds to wait before the next attempt, where there is a reason to. */
  readonly retryAfter: number;
  constructor(status: number, code: string, message: string, retryAfter: number) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

interface Said {
  code?: string;
  message?: string;
  reason?: string;
  detail?: string;
  cure?: string;
  type?: string;
}

async function refusal(response: Response): Promise<Refused> {
  const said = (await response.json().catch(() => ({}))) as Said;
  const code =
    said.code === "PASS_PHRASE_REFUSED"
      ? said.message
      : (said.reason ?? said.code ?? said.type?.split("#")[1]);
  const words = [said.detail ?? said.message, said.cure].filter(Boolean).join(" ");
  return new Refused(response.status, code ?? "", words, Number(response.headers.get("retry-after") ?? 0));
}

async function request<T>(method: string, address: string, body?: unknown): Promise<T> {
  const response = await fetch(address, {
    method,
    headers: {
      accept: "application/json",
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refused(0, "unreachable", "", 0);
  });
  if (!response.ok) throw await refusal(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Asks or tells the API: `tell("PATCH", "/me/account", { language: "fr" })`. */
export const tell = <T = undefined>(method: string, path: string, body?: unknown) =>
  request<T>(method, API + path, body);

/** Asks the door to signing in. */
export const signInAsk = <T>(path: string, body?: unknown) =>
  request<T>(body === undefined ? "GET" : "POST", `/api/auth${path}`, body);
