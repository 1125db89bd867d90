import { type Result, sayRefusal } from "../refusal.ts";
import { BadInput, type CommandInput } from "./command-shape.ts";

/** The value of a result; a refusal becomes the one line on standard error. */
export function orRefuse<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new BadInput(sayRefusal(result.refusal));
}

/** An option's text, or undefined. */
export function textOf(args: CommandInput, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === "string" ? value : undefined;
}

/** All texts of an option that may be given several times. */
export function textsOf(args: CommandInput, name: string): readonly string[] {
  const value = args.options[name];
  return typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
}

export const isOn = (args: CommandInput, name: string): boolean => args.options[name] === true;

/** A number; what range it must have is for the rule to say. */
export function numberOf(args: CommandInput, name: string): number | undefined {
  const text = textOf(args, name);
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === "" || Number.isNaN(number))
    throw new BadInput(`--${name}: "${text}" is no number. Give one such as 11 or 0.5.`);
  return number;
}

/** Names between commas; a name that holds a comma stands between double quotes. */
export function namesOf(args: CommandInput, name: string): string[] | undefined {
  const text = textOf(args, name);
  return text === undefined ? undefined : splitNames(text);
}

export function splitNames(text: string): string[] {
  const names = [...text.matchAll(/"((?:[^"]|"")*)"|[^,]+/g)].map(
    ([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole.trim(),
  );
  return names.filter((name) => name !== "");
}

/** One of a few words. */
export function oneOf<Word extends string>(
  args: CommandInput,
  name: string,
  words: readonly Word[],
  otherwise: Word,
): Word {
  const text = textOf(args, name);
  if (text === undefined) return otherwise;
  const found = words.find((word) => word === text);
  if (!found) throw new BadInput(`--${name}: "${text}" is none of ${words.join(", ")}.`);
  return found;
}

/** `column=text` pairs of an option. */
export function pairsOf(args: CommandInput, name: string): [string, string][] {
  return textsOf(args, name).map((text) => {
    const at = text.indexOf("=");
    if (at <= 0) throw new BadInput(`--${name}: "${text}" has no "=". Write --${name} COLUMN=…`);
    return [text.slice(0, at), text.slice(at + 1)];
  });
}
