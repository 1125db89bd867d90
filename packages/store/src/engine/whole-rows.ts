/** A piece grows to this many bytes before it is handed on, unless a single row is longer. */
const PIECE_BYTES = 1 << 20;
const NEWLINE = 10;

/** Gathers text in COPY form into pieces of about a mebibyte that each end with a whole row. */
export async function* wholeRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let gathered: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    gathered.push(chunk);
    bytes += chunk.byteLength;
    const end = bytes < PIECE_BYTES ? -1 : chunk.lastIndexOf(NEWLINE);
    if (end < 0) continue;
    gathered[gathered.length - 1] = chunk.subarray(0, end + 1);
    yield Buffer.concat(gathered);
    gathered = [chunk.subarray(end + 1)];
    bytes = chunk.byteLength - end - 1;
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}
