export { BadInput, type Command, type CommandArguments, type CommandIo } from "./command.ts";
export { COMMANDS } from "./commands/index.ts";
export { runProcess, runWords } from "./main.ts";
