/** Regular expressions of the linkage schema are Python's; the two dialects differ in a few spellings only. */

/**
 * Turns a Python pattern into an expression that must match the whole text.
 * @param pattern as written in the schema
 * @returns null when it can't be expressed here
 */
export function fullMatchPattern(pattern: string): RegExp | null {
  let flags = "";
  let source = pattern.replace(/^\(\?([aimsu]+)\)/u, (_all, letters: string) => {
    flags = [...letters].filter((letter) => "ims".includes(letter)).join("");
    return "";
  });
  source = source
    .replaceAll("(?P<", "(?<")
    .replace(/\(\?P=(\w+)\)/gu, "\\k<$1>")
    .replaceAll("\\Z", "$")
    .replaceAll("\\A", "^");
  for (const unicode of ["u", ""]) {
    try {
      return new RegExp(`^(?:${source})$(?!\\n)`, flags + unicode);
    } catch {
      // a dialect that this flag refuses, such as an escaped hyphen: try without
    }
  }
  return null;
}
