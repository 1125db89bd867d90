/** The commands of this package, for the command line's table. */
export { publishCommand } from "./publish-command.ts";
export { riskCommand } from "./risk-command.ts";
