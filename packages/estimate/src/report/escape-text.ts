/** Text made safe for HTML and SVG, and numbers as people write them. */

/** Replaces the five characters that mean something in HTML. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A whole number with separators; "–" when missing, "no bound" when infinite. */
export function plain(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "–";
  return Number.isFinite(value) ? Math.round(value).toLocaleString("en") : "no bound";
}
