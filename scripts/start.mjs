// `npm start`: from a fresh clone to a running Concord. Arguments go to the server (`npm start -- --port 4600`).
import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildPages } from "./build-pages.mjs";
import { installPackages, PACKAGED_NODE, ROOT } from "./install.mjs";

installPackages();
buildPages();

const args = process.argv.slice(2);
// `npm start --port 4600`, without the two dashes, reaches us as npm's own setting.
if (process.env.npm_config_port && !args.includes("--port")) args.push("--port", process.env.npm_config_port);

const server = spawn(PACKAGED_NODE, [join(ROOT, "packages", "server", "src", "main.ts"), ...args], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => server.kill(signal));
server.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
