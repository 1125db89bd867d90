/** Text encodings of the linkage schema, byte for byte as Python's codecs of the same names on a little-endian machine. */
export const TEXT_ENCODINGS = ["ascii", "utf-8", "utf-16", "utf-32"] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const utf8 = new TextEncoder();

/**
 * Whether a text can be written in an encoding: ASCII takes code points below 128, the others all but lone surrogates.
 * @param text any string
 * @param encoding one of the schema's encodings
 */
export function canEncode(text: string, encoding: TextEncoding): boolean {
  if (encoding === "ascii") {
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
    return true;
  }
  return text.isWellFormed();
}

/**
 * Bytes of a text. UTF-16 and UTF-32 start with a byte order mark and are little-endian.
 * @param text a text for which `canEncode` holds
 * @param encoding one of the schema's encodings
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === "ascii" || encoding === "utf-8") return utf8.encode(text);
  if (encoding === "utf-16") {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, 0xfeff, true);
    for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), true);
    return bytes;
  }
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const bytes = new Uint8Array(4 + points.length * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0xfeff, true);
  points.forEach((point, i) => {
    view.setUint32(4 + i * 4, point, true);
  });
  return bytes;
}
