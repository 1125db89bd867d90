/** Word files made by hand, right and wrong, for the tests of reading. */
import { strToU8, type Zippable, zipSync } from "fflate";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A paragraph of plain words, with properties and other content as XML. */
export function wordParagraph(text: string, properties = ""): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`;
}

export interface WordFileParts {
  /** Content of `w:body`, or the whole part when it begins with `<?xml` or `<!`. */
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  /** Further relationships of the text, as XML. */
  relationships?: string;
  /** Further entries of the archive. */
  entries?: Zippable;
}

/** Packs a Word file. */
export function wordFile({
  body,
  styles,
  numbering,
  footnotes,
  relationships = "",
  entries = {},
}: WordFileParts): Uint8Array {
  const part = (root: string, content: string) =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${content}</w:${root}>`);
  const optional = { styles, numbering, footnotes };
  const files: Zippable = {
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ),
    "_rels/.rels": strToU8(
      `<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": /^<[?!]/.test(body) ? strToU8(body) : part("document", `<w:body>${body}</w:body>`),
  };
  let related = relationships;
  for (const [name, content] of Object.entries(optional)) {
    if (content === undefined) continue;
    files[`word/${name}.xml`] = part(name, content);
    related += `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`;
  }
  files["word/_rels/document.xml.rels"] = strToU8(
    `<Relationships xmlns="${RELATIONSHIPS}">${related}</Relationships>`,
  );
  return zipSync({ ...files, ...entries });
}
