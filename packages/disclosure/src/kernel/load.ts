import { readFileSync } from "node:fs";

const modules = new Map<string, WebAssembly.Module>();

/** A fresh instance of a compiled kernel, with memory of its own. @param name file name without `.wasm` */
export function instantiate<Exports>(name: string): Exports {
  let module = modules.get(name);
  if (!module) {
    module = new WebAssembly.Module(readFileSync(new URL(`./${name}.wasm`, import.meta.url)));
    modules.set(name, module);
  }
  const abort = (): never => {
    throw new Error(`the kernel ${name} ran out of memory`);
  };
  return new WebAssembly.Instance(module, { env: { abort } }).exports as Exports;
}
