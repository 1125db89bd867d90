// Loaded before the server (`node --import`): what Concord's own sources import from a package comes from its bundled file.
// CONCORD_BUNDLED names them as JSON: package → file.
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const files = new Map(
  Object.entries(JSON.parse(process.env.CONCORD_BUNDLED ?? "{}")).map(([name, file]) => [
    name,
    pathToFileURL(file).href,
  ]),
);
const OWN_SOURCES = new URL("../packages/", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const url = files.get(specifier);
    return url && context.parentURL?.startsWith(OWN_SOURCES)
      ? { url, format: "module", shortCircuit: true }
      : next(specifier, context);
  },
});
