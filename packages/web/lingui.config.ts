import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  locales: ["ar", "en", "es", "fr", "ru", "zh"],
  sourceLocale: "en",
  catalogs: [
    {
      path: "<rootDir>/src/locales/{locale}",
      include: ["<rootDir>/src"],
      exclude: ["<rootDir>/src/rooms/people/**"],
    },
    // The room about people is fetched by whoever has an account: public pages don't carry its words.
    { path: "<rootDir>/src/rooms/people/locales/{locale}", include: ["<rootDir>/src/rooms/people"] },
  ],
  format: formatter({ lineNumbers: false, explicitIdAsDefault: false }),
  orderBy: "message",
});
