/** Reads a capture table or case rows from a file of any size, or from standard input. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { sayRefusal } from "../refusal.ts";
import type { CaptureTable } from "../table/capture-table.ts";
import { CaptureReader, type ReadOptions } from "../table/read-captures.ts";
import { BadInput, type CommandWorld } from "./command-shape.ts";

/**
 * @param name file as typed; "-" reads standard input
 * @throws BadInput naming the place and the cure
 */
export async function readTable(name: string, options: ReadOptions, io: CommandWorld): Promise<CaptureTable> {
  const reader = new CaptureReader(options);
  if (name === "-") reader.push(await io.input());
  else await readFileInto(resolve(io.cwd, name), name, reader, io.signal);
  const outcome = reader.end();
  if (!outcome.ok) throw new BadInput(`${name}, ${sayRefusal(outcome.refusal)}`);
  return outcome.value;
}

async function readFileInto(
  path: string,
  name: string,
  reader: CaptureReader,
  signal: AbortSignal,
): Promise<void> {
  const info = await stat(path).catch(() => undefined);
  if (!info)
    throw new BadInput(`${name}: there is no such file. Check the name, or give - to read standard input.`);
  if (!info.isFile())
    throw new BadInput(`${name}: that is not a file. Give a CSV file with a column for each list.`);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path, { signal })) {
      const text = decoder.decode(chunk, { stream: true });
      bytes += chunk.length;
      if (!reader.push(text)) return;
    }
    reader.push(decoder.decode());
  } catch (error) {
    if (error instanceof TypeError) {
      throw new BadInput(
        `${name}, near byte ${bytes}: the text is not UTF-8. Save the file as CSV in UTF-8.`,
      );
    }
    throw error;
  }
}
