/** Asking the server. What goes wrong comes back as a {@link ServerProblem} with a sentence and a cure, as RFC 9457 has it. */

export const API = "/api/v1";

/** An answer other than 2xx, or none at all. `status` 0: the server can't be reached. */
export class ServerProblem extends Error {
  readonly status: number;
  readonly cure: string;
  constructor(status: number, title: string, cure: string) {
    super(title);
    this.name = "ServerProblem";
    this.status = status;
    this.cure = cure;
  }
}

/** The address of a question to the API: path and the parameters that are set. */
export function apiAddress(path: string, parameters: Readonly<Record<string, unknown>> = {}): string {
  const set = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(set.map(([key, value]) => [key, String(value)])).toString();
  return `${API}${path}${query ? `?${query}` : ""}`;
}

/**
 * Fetches JSON.
 * @param address as from {@link apiAddress}
 * @throws ServerProblem when the server refuses or can't be reached
 */
export async function ask<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, {
    headers: { accept: "application/json" },
    signal: signal ?? null,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ServerProblem(0, "", "");
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => ({}))) as {
    title?: string;
    detail?: string;
    cure?: string;
  };
  throw new ServerProblem(
    response.status,
    problem.detail ?? problem.title ?? response.statusText,
    problem.cure ?? "",
  );
}
