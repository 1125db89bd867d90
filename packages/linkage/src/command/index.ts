/** The commands of this package, for the command line's table. */
export { encodeCommand } from "./encode-command.ts";
export { linkCommand } from "./link-command.ts";
