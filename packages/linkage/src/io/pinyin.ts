/** The reader of Chinese names: pinyin without tones, family names read as such. Loaded only when a schema asks for it. */
import type { ReadChinese } from "../normalize/steps.ts";

/**
 * Loads the table (about 1 MB).
 * @returns a function from Chinese characters to syllables set apart by spaces; characters that it doesn't know stay
 */
export async function loadPinyin(): Promise<ReadChinese> {
  const { pinyin } = await import("pinyin-pro");
  return (text) =>
    pinyin(text, { toneType: "none", surname: "head", type: "array" }).join(" ").replaceAll("ü", "u");
}
