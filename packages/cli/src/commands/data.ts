/** `concord data validate`: whether the files of a knowledge base may be loaded. */
import { describeFinding, validateDataPackage } from "@concord/store/files";
import { BadInput, type Command } from "../command.ts";
import { dataFolder } from "../law.ts";

/** 0 all is well, 1 findings were printed. */
const FOUND = 1;

const validateCommand: Command = {
  name: "data validate",
  summary: "check the files of a knowledge base: types, keys, sources, dates, counts, hashes",
  usage: "[DIR]",
  description:
    "Each finding names file, line, column and cure. Exit code 0: all is well; 1: there are findings; 2: the folder can't be read.",
  positionals: { min: 0, max: 1 },
  options: { json: { type: "boolean", summary: "the findings as JSON" } },
  examples: [
    { line: "concord data validate", answers: "the knowledge base that is shipped" },
    { line: "concord data validate my-data --json", answers: "another folder, findings for a program" },
  ],
  async run(args, io) {
    const [typed] = args.positionals;
    const folder = dataFolder(typed === undefined ? args : { ...args, options: { data: typed } }, io);
    const findings = await validateDataPackage(folder);
    if (findings.some(({ file, code }) => code === "missing-file" && file === "datapackage.json"))
      throw new BadInput(`${folder} holds no datapackage.json: name the folder of a knowledge base`);
    if (args.options.json === true) await io.out(`${JSON.stringify({ folder, findings }, null, 2)}\n`);
    else if (findings.length === 0) await io.out(`${folder}: nothing is wrong.\n`);
    else {
      for (const finding of findings) await io.out(`${describeFinding(finding)}\n`);
      io.err(`${findings.length} findings.\n`);
    }
    return findings.length === 0 ? 0 : FOUND;
  },
};

export const DATA_COMMANDS: readonly Command[] = [validateCommand];
