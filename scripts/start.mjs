// `npm start`: from a fresh clone to a running Concord. Arguments go to the server (`npm start -- --port 4600`).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildPages } from "./build-pages.mjs";
import { bundlePackages } from "./bundle-packages.mjs";
import { installPackages, PACKAGED_NODE, ROOT } from "./install.mjs";

installPackages();
buildPages();
const bundled = await bundlePackages();

const args = process.argv.slice(2);
// `npm start --port 4600`, without the two dashes, reaches us as npm's own setting.
if (process.env.npm_config_port && !args.includes("--port")) args.push("--port", process.env.npm_config_port);

// What Node makes of each source file is kept, so that the second start needn't do it again.
const NODE_COMPILE_CACHE = join(ROOT, "node_modules", ".cache", "node");
// Small generations of young objects, and large blocks given back to the system when they are freed: together they keep the
// server at half the memory that it would otherwise take after loading the knowledge base.
const server = spawn(
  PACKAGED_NODE,
  [
    "--max-semi-space-size=8",
    "--import",
    pathToFileURL(join(ROOT, "scripts", "use-bundled.mjs")).href,
    join(ROOT, "packages", "server", "src", "main.ts"),
    ...args,
  ],
  {
    stdio: "inherit",
    env: {
      MALLOC_MMAP_THRESHOLD_: "131072",
      NODE_COMPILE_CACHE,
      CONCORD_BUNDLED: JSON.stringify(bundled),
      ...process.env,
    },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
