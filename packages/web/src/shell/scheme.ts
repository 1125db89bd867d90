/** Light or dark: as the reader's system says, unless the reader chose. */
export const SCHEMES = ["system", "light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

const KEPT = "concord.scheme";

/** The reader's choice of an earlier visit. */
export function keptScheme(): Scheme {
  const kept = localStorage.getItem(KEPT);
  return SCHEMES.find((scheme) => scheme === kept) ?? "system";
}

/** Turns the page light or dark and remembers it. */
export function applyScheme(scheme: Scheme): void {
  const root = document.documentElement;
  if (scheme === "system") root.removeAttribute("data-scheme");
  else root.setAttribute("data-scheme", scheme);
  localStorage.setItem(KEPT, scheme);
}
