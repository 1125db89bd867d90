#!/usr/bin/env node
// Starts the command line. It is written in TypeScript, which Node runs as it is from 22.18 on; under an older Node the
// one that comes with the packages takes over.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

function packagedNode() {
  try {
    const require = createRequire(import.meta.url);
    const folder = fileURLToPath(new URL(".", new URL(`file://${require.resolve("node/package.json")}`)));
    return `${folder}bin/${process.platform === "win32" ? "node.exe" : "node"}`;
  } catch {
    return undefined;
  }
}

if (process.features.typescript) {
  const { runProcess } = await import(program);
  await runProcess();
} else {
  const node = packagedNode();
  if (node === undefined) {
    console.error(
      `concord: this is Node ${process.versions.node}, which can't run the program, and the packages aren't installed: run npm ci`,
    );
    process.exit(2);
  }
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches both: the child tidies up and ends, and so do we.
  process.on("SIGINT", () => {});
  child.on("error", (error) => {
    console.error(`concord: ${node} can't be started (${error.message}): run npm ci`);
    process.exit(2);
  });
  child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
}
