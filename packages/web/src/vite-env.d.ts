/// <reference types="vite/client" />

declare module "*.po" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}

declare module "subset-font" {
  /** Returns the font with only the glyphs that the characters of `text` need. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "woff2" | "sfnt"; noHinting?: boolean },
  ): Promise<Buffer>;
}

declare module "qrcode" {
  const drawing: {
    /** Draws a text as a QR code. */
    toString(text: string, options: { type: "svg"; margin: number }): Promise<string>;
  };
  export default drawing;
}
