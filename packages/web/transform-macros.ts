/**
 * Turns the message macros (`t`, `Trans`, `Plural` …) into calls. Lingui's own transform is a native program that npm leaves out
 * when it runs under Node 20, as it may on a fresh clone; this one is plain JavaScript and reads only files with macros.
 */
import { transformAsync } from "@babel/core";
import macros from "@lingui/babel-plugin-lingui-macro";
import { getConfig } from "@lingui/conf";
import type { Plugin } from "vite";

export function transformMacros(): Plugin {
  const linguiConfig = getConfig({ cwd: import.meta.dirname });
  return {
    name: "transform-message-macros",
    enforce: "pre",
    transform: {
      filter: { id: /\/src\/.*\.tsx?$/, code: /from "@lingui\/(?:core|react)\/macro"/ },
      async handler(code, id) {
        const result = await transformAsync(code, {
          filename: id,
          babelrc: false,
          configFile: false,
          sourceMaps: true,
          parserOpts: { plugins: ["typescript", "jsx"] },
          plugins: [
            [
              macros,
              { linguiConfig, descriptorFields: this.environment.config.isProduction ? "id-only" : "all" },
            ],
          ],
        });
        return result?.code
          ? { code: result.code, map: result.map ? JSON.stringify(result.map) : null }
          : null;
      },
    },
  };
}
