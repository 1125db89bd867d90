/**
 * Reads ZIP archives (PKWARE APPNOTE 6.3) with suspicion: the directory first, then only the parts asked for, each unpacked in
 * small pieces and stopped at its limit. Nothing is ever written to disk, and names are only compared, never opened.
 */
import { Inflate } from "fflate";
import { type ReadingLimits, ReadingStopped, sayBytes } from "./limit.ts";

export interface ZipEntry {
  name: string;
  method: number;
  packedBytes: number;
  bytes: number;
  headerAt: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const ENCRYPTED_FLAG = 1;
const ZIP64 = 0xffffffff;
/** Packed bytes unpacked at a time: even at the most that the method allows, 1 to 1,032, some megabytes come out. */
const STEP = 8_192;
const COPY_AGAIN = "Save the text again as .docx and try with the new file.";

const damaged = (place: string, detail: string) =>
  new ReadingStopped("damaged-zip", place, detail, COPY_AGAIN);

/**
 * Lists what an archive holds.
 * @throws ReadingStopped: no archive, damaged, encrypted, too many entries
 */
export function readDirectory(file: Uint8Array, limits: ReadingLimits): Map<string, ZipEntry> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  if (end === undefined)
    throw new ReadingStopped(
      "not-a-zip",
      "file",
      "The file is no .docx: it is not a ZIP archive, or its end is missing.",
      "Choose a file that a word processor saved as .docx; if it was sent to you, have it sent again.",
    );
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (at === ZIP64 || count === 0xffff)
    throw new ReadingStopped(
      "too-large",
      "file",
      "The archive is of the kind made for more than 4 GB.",
      COPY_AGAIN,
    );
  if (count > limits.entries)
    throw new ReadingStopped(
      "too-many-entries",
      "file",
      `The archive holds ${count} files; the limit is ${limits.entries}.`,
      "Save the text alone, without embedded files, and try again.",
    );
  const entries = new Map<string, ZipEntry>();
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw damaged("file", "The directory of the archive is damaged.");
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameBytes));
    if ((view.getUint16(at + 8, true) & ENCRYPTED_FLAG) !== 0) throw encrypted();
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

export function encrypted(): ReadingStopped {
  return new ReadingStopped(
    "encrypted",
    "file",
    "The file is protected by a password.",
    "Remove the password in the word processor, save, and try again.",
  );
}

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return undefined;
}

/**
 * Unpacks one entry piece by piece.
 * @param take receives each piece in order
 * @throws ReadingStopped: damaged, larger than its limit, or growing like a bomb; whatever `take` throws
 */
export function unpack(
  file: Uint8Array,
  entry: ZipEntry,
  limits: ReadingLimits,
  take: (piece: Uint8Array) => void,
): void {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const { name, headerAt, packedBytes, method } = entry;
  if (headerAt + 30 > file.length || view.getUint32(headerAt, true) !== LOCAL_HEADER)
    throw damaged(name, `${name} is not where the directory of the archive says.`);
  const from = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (from + packedBytes > file.length) throw damaged(name, `${name} is cut off.`);
  const packed = file.subarray(from, from + packedBytes);
  let bytes = 0;
  const receive = (piece: Uint8Array) => {
    bytes += piece.length;
    checkSize(name, bytes, packedBytes, limits);
    if (piece.length > 0) take(piece);
  };
  if (method === 0) receive(packed);
  else if (method === 8) inflate(name, packed, receive);
  else throw damaged(name, `${name} is packed by a method (${method}) that .docx doesn't use.`);
  if (bytes !== entry.bytes) throw damaged(name, `${name} has another size than the archive says.`);
}

function inflate(name: string, packed: Uint8Array, receive: (piece: Uint8Array) => void): void {
  const stream = new Inflate(receive);
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    if (error instanceof ReadingStopped) throw error;
    throw damaged(name, `${name} can't be unpacked: its bytes are damaged.`);
  }
}

function checkSize(name: string, bytes: number, packedBytes: number, limits: ReadingLimits): void {
  if (bytes > limits.partBytes)
    throw new ReadingStopped(
      "too-large",
      name,
      `${name} is larger than ${sayBytes(limits.partBytes)} when unpacked; that is the limit.`,
      "Divide the text into several files.",
    );
  if (bytes > limits.ratioFromBytes && bytes > packedBytes * limits.ratio)
    throw new ReadingStopped(
      "zip-bomb",
      name,
      `${name} grows to more than ${limits.ratio} times its packed size; that is the limit, and no text does so.`,
      "Don't open this file; ask its sender for the text in another form.",
    );
}
