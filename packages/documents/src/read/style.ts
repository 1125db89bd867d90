/** What styles say of a paragraph: whether it is a heading, and in which list it stands. */
import type { ReadingLimits } from "./limit.ts";
import { readXml, type XmlElement } from "./xml.ts";
import type { ZipEntry } from "./zip.ts";

export interface ParagraphStyle {
  name: string;
  basedOn?: string;
  /** From 0, as the format counts. */
  outlineLevel?: number;
  numId?: string;
  listLevel?: number;
  italic?: boolean;
  bold?: boolean;
}

/** True unless an on-off element says no: `<w:b/>` is bold, `<w:b w:val="0"/>` is not. */
export function isOn(element: XmlElement): boolean {
  return !["0", "false", "off"].includes(element.attribute("val") ?? "1");
}

export function readStyles(
  file: Uint8Array,
  entry: ZipEntry,
  limits: ReadingLimits,
): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  let style: ParagraphStyle | undefined;
  readXml(file, entry, limits, {
    open(element) {
      const value = element.attribute("val");
      if (element.name === "w:style") {
        style = { name: "" };
        const id = element.attribute("styleId");
        if (id !== undefined) styles.set(id, style);
      } else if (style === undefined) return;
      else if (element.name === "w:name") style.name = value ?? "";
      else if (element.name === "w:basedOn" && value !== undefined) style.basedOn = value;
      else if (element.name === "w:outlineLvl") style.outlineLevel = Number(value);
      else if (element.name === "w:numId" && value !== undefined) style.numId = value;
      else if (element.name === "w:ilvl") style.listLevel = Number(value);
      else if (element.name === "w:i") style.italic = isOn(element);
      else if (element.name === "w:b") style.bold = isOn(element);
    },
    close(name) {
      if (name === "w:style") style = undefined;
    },
  });
  return styles;
}

const LONGEST_CHAIN = 12;

/** A style with what it takes over from the styles that it is based on. */
export function resolveStyle(
  styles: ReadonlyMap<string, ParagraphStyle>,
  id: string | undefined,
): ParagraphStyle {
  const chain: ParagraphStyle[] = [];
  for (let at = id; at !== undefined && chain.length < LONGEST_CHAIN; ) {
    const style = styles.get(at);
    if (style === undefined) break;
    chain.push(style);
    at = style.basedOn;
  }
  return Object.assign({ name: "" }, ...chain.reverse());
}

/** Level of a heading by its style: 0 for the title, 1 to 9; undefined for what is no heading. */
export function headingLevelOf({ name, outlineLevel }: ParagraphStyle): number | undefined {
  if (/^title$/i.test(name)) return 0;
  const byName = /^heading ([1-9])$/i.exec(name)?.[1] ?? /^_?\s*H\s*_?\s*([1-9])(?:\b|_)/.exec(name)?.[1];
  if (byName !== undefined) return Number(byName);
  return outlineLevel !== undefined && outlineLevel >= 0 && outlineLevel < 9 ? outlineLevel + 1 : undefined;
}
