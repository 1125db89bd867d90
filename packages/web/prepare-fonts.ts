/**
 * Cuts the shipped fonts out of the full ones: `node packages/web/prepare-fonts.ts`. The results are committed in
 * `src/fonts` with the licence, so that a build needs no font tool. Two weights, three scripts; the browser
 * fetches a script's file only when a page uses it (unicode-range in fonts.css). Chinese comes from the reader's system.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import subsetFont from "subset-font";

type Range = readonly [first: number, last: number];

const SCRIPTS: Readonly<
  Record<string, { family: "noto-sans" | "noto-sans-arabic"; ranges: readonly Range[] }>
> = {
  latin: {
    family: "noto-sans",
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0x17f],
      [0x1ea0, 0x1ef9],
      [0x2009, 0x200b],
      [0x2010, 0x2027],
      [0x202f, 0x203a],
      [0x20ac, 0x20ac],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
      [0x2264, 0x2265],
    ],
  },
  cyrillic: {
    family: "noto-sans",
    ranges: [
      [0x400, 0x45f],
      [0x2116, 0x2116],
    ],
  },
  arabic: {
    family: "noto-sans-arabic",
    ranges: [
      [0x600, 0x6ff],
      [0x200c, 0x200f],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc],
    ],
  },
};
const WEIGHTS = { 400: "400Regular", 600: "600SemiBold" } as const;

const require = createRequire(import.meta.url);
const target = join(import.meta.dirname, "src", "fonts");
mkdirSync(target, { recursive: true });

for (const [script, { family, ranges }] of Object.entries(SCRIPTS)) {
  const home = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
  const face = family === "noto-sans" ? "NotoSans" : "NotoSansArabic";
  const characters = ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
    .map((code) => String.fromCodePoint(code))
    .join("");
  for (const [weight, style] of Object.entries(WEIGHTS)) {
    const full = readFileSync(join(home, style, `${face}_${style}.ttf`));
    const cut = await subsetFont(full, characters, { targetFormat: "woff2", noHinting: true });
    const name = `noto-${script}-${weight}.woff2`;
    writeFileSync(join(target, name), cut);
    console.log(`${name} ${(cut.length / 1024).toFixed(1)} kB`);
  }
  copyFileSync(join(home, "LICENSE_FONT"), join(target, `OFL-${family}.txt`));
}
