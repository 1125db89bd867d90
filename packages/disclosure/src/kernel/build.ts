import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "assemblyscript/asc";

/** The kernels of this package: each is `<name>.as.ts` with what it imports, compiled to `<name>.wasm` beside it. */
export const KERNELS = ["records"] as const;

/** Compiles one kernel and returns its bytes; the same source gives the same bytes on every machine. */
export async function compileKernel(name: string): Promise<Uint8Array> {
  let compiled: Uint8Array | undefined;
  const { error, stderr } = await main(
    [
      `${name}.as.ts`,
      "-o",
      "kernel.wasm",
      "-O3",
      "--converge",
      "--runtime",
      "minimal",
      "--enable",
      "simd",
      "--noAssert",
    ],
    {
      readFile: (file) =>
        file.endsWith(".as.ts") ? readFileSync(new URL(file, import.meta.url), "utf8") : null,
      writeFile: (file, contents) => {
        if (file === "kernel.wasm" && typeof contents !== "string") compiled = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !compiled) throw new Error(`${name}.as.ts does not compile: ${stderr.toString()}`);
  return compiled;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const name of KERNELS) {
    writeFileSync(new URL(`./${name}.wasm`, import.meta.url), await compileKernel(name));
  }
}
