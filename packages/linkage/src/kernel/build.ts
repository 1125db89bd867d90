/**
 * Compiles the kernel: `node packages/linkage/src/kernel/build.ts`. The result is committed as base64 (dice-wasm.ts), so
 * nothing needs building at installation; a test compiles it again and compares.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SOURCE = "dice.as.ts";

/** Compiles the kernel's source. @returns the WebAssembly module's bytes */
export async function compileKernel(): Promise<Uint8Array> {
  const { default: asc } = await import("assemblyscript/asc");
  const source = readFileSync(fileURLToPath(new URL(SOURCE, import.meta.url)), "utf8");
  let binary: Uint8Array | null = null;
  const { error, stderr } = await asc.main(
    [
      SOURCE,
      "--outFile",
      "dice.wasm",
      "--runtime",
      "stub",
      "--optimizeLevel",
      "3",
      "--converge",
      "--enable",
      "simd",
      "--noAssert",
    ],
    {
      readFile: (name) => (name === SOURCE ? source : null),
      writeFile: (name, contents) => {
        if (name === "dice.wasm") binary = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || binary === null) throw new Error(`the kernel doesn't compile: ${stderr.toString()}`);
  return binary;
}

/** The module that carries the compiled kernel. */
export function kernelModule(binary: Uint8Array): string {
  const text = Buffer.from(binary).toString("base64");
  const lines = text.match(/.{1,100}/gu) ?? [];
  return [
    "/** Compiled from dice.as.ts by build.ts; don't edit. */",
    "export const DICE_WASM =",
    ...lines.map((line, i) => `  "${line}"${i === lines.length - 1 ? ";" : " +"}`),
    "",
  ].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL("dice-wasm.ts", import.meta.url)), kernelModule(await compileKernel()));
}
