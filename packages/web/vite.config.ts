import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { transformMacros } from "./transform-macros.ts";

const KEPT_LOCALES = new Set(["ar-AE", "en-US", "es-ES", "fr-FR", "ru-RU", "zh-CN"]);

/**
 * The component library carries its few own words in some thirty languages. Only the six of the United Nations are
 * kept, which takes a quarter off the weight of the first page.
 */
function keepSixLanguages(): Plugin {
  return {
    name: "keep-six-languages",
    enforce: "pre",
    load: {
      filter: {
        id: /react-(?:aria|stately|aria-components)\/dist\/private\/intl\/.*\/[a-z]{2}-[A-Z]{2}\.mjs$/,
      },
      handler(id) {
        const locale = /([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1];
        return locale && !KEPT_LOCALES.has(locale) ? "export default {};" : null;
      },
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    keepSixLanguages(),
    transformMacros(),
    lingui({ cwd: import.meta.dirname, failOnCompileError: true }),
    react(),
  ],
  build: {
    target: "es2023",
    manifest: true,
    sourcemap: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 4880,
    strictPort: true,
    // Pages are worked on against a running server: `npm start`, then `npm run dev -w packages/web`.
    proxy: { "/api": process.env.CONCORD_URL ?? "http://localhost:4510" },
  },
});
