export { estimateCommand } from "./estimate-command.ts";
