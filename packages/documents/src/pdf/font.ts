/** The typefaces of the PDF, from the packages that carry them (SIL Open Font License). */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const SERIF = [
  "noto-serif/400Regular/NotoSerif_400Regular",
  "noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic",
  "noto-serif/700Bold/NotoSerif_700Bold",
  "noto-serif/700Bold_Italic/NotoSerif_700Bold_Italic",
];
const ARABIC = [
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular",
  "noto-sans-arabic/700Bold/NotoSansArabic_700Bold",
];
const CHINESE = ["noto-sans-sc/400Regular/NotoSansSC_400Regular", "noto-sans-sc/700Bold/NotoSansSC_700Bold"];

/** Families in the order in which a sign is looked for. */
export const FAMILIES = ["Noto Serif", "Noto Sans Arabic", "Noto Sans SC"] as const;

/** Which scripts beside Latin, Greek and Cyrillic a text needs. */
export interface Scripts {
  arabic: boolean;
  chinese: boolean;
}

export function scriptsOf(text: string): Scripts {
  return {
    arabic: /\p{Script=Arabic}/u.test(text),
    chinese: /\p{Script=Han}|[\u3000-\u303F\uFF00-\uFF60]/u.test(text),
  };
}

/** The bytes of the faces that the scripts need; Chinese alone weighs 20 MB, so that it is read only when it occurs. */
export function fontBlobs({ arabic, chinese }: Scripts): Buffer[] {
  const faces = [...SERIF, ...(arabic ? ARABIC : []), ...(chinese ? CHINESE : [])];
  return faces.map((face) => readFileSync(require.resolve(`@expo-google-fonts/${face}.ttf`)));
}
