/** Reads the XML of a part as it is unpacked. Document types are refused, so that no entity of a file's own exists. */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { type ReadingLimits, ReadingStopped } from "./limit.ts";
import { unpack, type ZipEntry } from "./zip.ts";

/** An element as the readers of Word's parts see it; names without prefix. */
export interface XmlElement {
  /** Local name, with the prefix `w:` for WordprocessingML and none for all others. */
  name: string;
  /** Attributes by local name. */
  attribute(local: string): string | undefined;
}

export interface XmlHandlers {
  open(element: XmlElement): void;
  close(name: string): void;
  text?(text: string): void;
}

const WORD = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
]);

function nameOf(tag: { uri: string; local: string }): string {
  return WORD.has(tag.uri) ? `w:${tag.local}` : tag.local;
}

/**
 * Reads one part.
 * @throws ReadingStopped: broken XML, a document type, too deep, and all that unpacking refuses
 */
export function readXml(
  file: Uint8Array,
  entry: ZipEntry,
  limits: ReadingLimits,
  handlers: XmlHandlers,
): void {
  const place = entry.name;
  const broken = (why: string) =>
    new ReadingStopped(
      "broken-xml",
      place,
      `${place} is no right XML: ${why.replace(/\s+/g, " ").slice(0, 160)}`,
      "Open the file in a word processor, save it again as .docx, and try with the new file.",
    );
  const parser = new SaxesParser({ xmlns: true, position: true });
  let depth = 0;
  parser.on("error", (error) => {
    throw broken(error.message);
  });
  parser.on("doctype", () => {
    throw new ReadingStopped(
      "document-type",
      place,
      `${place} declares a document type, by which a file can draw in others; .docx needs none.`,
      "Don't trust this file; ask its sender for the text saved by a word processor.",
    );
  });
  parser.on("opentag", (tag: SaxesTagNS) => {
    depth += 1;
    if (depth > limits.depth)
      throw new ReadingStopped(
        "too-deep",
        place,
        `${place} nests elements deeper than ${limits.depth}; that is the limit.`,
        "Take out tables inside tables and boxes inside boxes, and try again.",
      );
    handlers.open({
      name: nameOf(tag),
      attribute: (local) => {
        for (const attribute of Object.values(tag.attributes))
          if (attribute.local === local) return attribute.value;
        return undefined;
      },
    });
  });
  parser.on("closetag", (tag: SaxesTagNS) => {
    depth -= 1;
    handlers.close(nameOf(tag));
  });
  if (handlers.text) parser.on("text", handlers.text.bind(handlers));
  let decoder: TextDecoder | undefined;
  const decode = (piece?: Uint8Array) => {
    decoder ??= new TextDecoder(encodingOf(piece), { fatal: true });
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw broken("it holds bytes that are no text");
    }
  };
  unpack(file, entry, limits, (piece) => void parser.write(decode(piece)));
  parser.write(decode());
  parser.close();
}

function encodingOf(piece: Uint8Array | undefined): string {
  if (piece?.[0] === 0xff && piece[1] === 0xfe) return "utf-16le";
  return piece?.[0] === 0xfe && piece[1] === 0xff ? "utf-16be" : "utf-8";
}
