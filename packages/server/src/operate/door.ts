/**
 * The operator's door: a second listener for whoever runs the server, apart from the public one. It gives nothing without its token, which stands,
 * with the address, in a file that only this user can read; so the command line on the same machine finds it, and nobody else.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** Where the door is. */
export interface DoorPlace {
  host: string;
  /** 0 takes any that is free. */
  port: number;
  /** A token that was agreed beforehand, for a program on another machine; else one is made at each start. */
  token: string | undefined;
  /** Folder for the file; undefined where the token was agreed. */
  folder: string | undefined;
}

/** Answers at one path. What it throws cuts the answer off, so that nobody takes it for whole. */
export type DoorAnswer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Door {
  /** `http://127.0.0.1:40123` */
  url: string;
  close(): Promise<void>;
}

const DOOR_FILE = "operator.json";
const TOKEN_BYTES = 32;

function mayEnter(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.byteLength === wanted.byteLength && timingSafeEqual(given, wanted);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" })
    .end(`${text}\n`);
}

/**
 * Opens the door.
 * @param answers by path: `/metrics`
 * @param troubled told of an answer that failed
 */
export async function openDoor(
  { host, port, token: agreed, folder }: DoorPlace,
  answers: ReadonlyMap<string, DoorAnswer>,
  troubled: (error: unknown) => void,
): Promise<Door> {
  const token = agreed ?? randomBytes(TOKEN_BYTES).toString("base64url");
  const server = createServer((request, response) => {
    if (!mayEnter(request, token))
      return refuse(response, 401, "This door asks for a token: Authorization: Bearer TOKEN.");
    const answer =
      request.method === "GET" || request.method === "POST" ? answers.get(request.url ?? "") : undefined;
    if (!answer) return refuse(response, 404, `There is ${[...answers.keys()].join(", ")}.`);
    answer(request, response).catch((error: unknown) => {
      troubled(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const at = (server.address() as AddressInfo).port;
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${at}`;
  const file = folder === undefined ? undefined : join(folder, DOOR_FILE);
  if (file) {
    await rm(file, { force: true });
    await writeFile(file, `${JSON.stringify({ url, token })}\n`, { mode: 0o600, flag: "wx" });
  }
  return {
    url,
    async close() {
      if (file) await rm(file, { force: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
