/**
 * Fictional persons for tests and measurements. Names are strung together from syllables made up here, places and papers
 * likewise, so no record can be taken for a living person's. Frequencies are uneven, as those of real names are.
 */
import { daysOfMonth } from "../encode/date-pattern.ts";
import type { Random } from "./random.ts";

/** A made-up person, six fields; dates YYYY-MM-DD; "" where a value is missing. */
export interface Person {
  family: string;
  given: string;
  born: string;
  sex: string;
  place: string;
  paper: string;
}

/** Field names in the order of a file's columns. */
export const PERSON_FIELDS = ["family", "given", "born", "sex", "place", "paper"] as const;

const ONSETS = [
  "b",
  "br",
  "d",
  "f",
  "g",
  "h",
  "j",
  "k",
  "kl",
  "l",
  "m",
  "n",
  "p",
  "r",
  "s",
  "sh",
  "t",
  "tr",
  "v",
  "w",
  "y",
  "z",
];
const VOWELS = ["a", "a", "e", "e", "i", "o", "u", "ai", "ou"];
const CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "k"];

function syllable(random: Random): string {
  return random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
}

function madeUpName(random: Random, least: number, most: number): string {
  let name = "";
  for (let i = least + random.below(most - least + 1); i > 0; i--) name += syllable(random);
  return name[0]!.toUpperCase() + name.slice(1);
}

/** A stock of names of which few are frequent and many rare: rank r is drawn with a chance near 1/(r+10). */
function stock(random: Random, size: number, make: () => string): () => string {
  const names = Array.from({ length: size }, make);
  return () =>
    names[Math.min(size - 1, Math.floor(10 * (Math.exp(random.unit() * Math.log(size / 10 + 1)) - 1)))]!;
}

/** Makes persons one after the other, all from one seeded generator. */
export function personMaker(random: Random): () => Person {
  const family = stock(random, 8000, () => madeUpName(random, 2, 4));
  const given = stock(random, 2500, () => madeUpName(random, 2, 3));
  const place = stock(random, 1200, () => madeUpName(random, 2, 3));
  return () => {
    const year = 1960 + random.below(50);
    const month = 1 + random.below(12);
    const day = 1 + random.below(daysOfMonth(year, month));
    const letters = String.fromCharCode(65 + random.below(26), 65 + random.below(26));
    return {
      family: family(),
      given: given(),
      born: `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
      sex: random.chance(0.55) ? "F" : "M",
      place: place(),
      paper: letters + String(random.below(10_000_000)).padStart(7, "0"),
    };
  };
}

/** How often each kind of error befalls a copy of a record; probabilities of the field or the record. */
export interface ErrorRates {
  /** One letter wrong, left out, doubled or swapped with its neighbour, for each name field. */
  typing: number;
  /** Another way to write the same sound, for each name field. */
  transliteration: number;
  /** Day and month swapped (where both could be). */
  swappedDate: number;
  /** Family and given name in each other's place. */
  swappedNames: number;
  /** A field left empty (date, place, paper). */
  missing: number;
}

/** Rates of an ordinary intake desk. */
export const ORDINARY_ERRORS: ErrorRates = {
  typing: 0.12,
  transliteration: 0.08,
  swappedDate: 0.02,
  swappedNames: 0.01,
  missing: 0.05,
};

/** Spellings of one sound that are found beside each other in records. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ["sh", "sch"],
  ["k", "q"],
  ["y", "j"],
  ["ou", "u"],
  ["ai", "ei"],
  ["v", "w"],
  ["j", "dj"],
  ["z", "s"],
  ["kl", "cl"],
  ["f", "ph"],
];

function misspell(random: Random, name: string): string {
  const at = random.below(name.length);
  const letter = String.fromCharCode(97 + random.below(26));
  switch (random.below(4)) {
    case 0:
      return name.slice(0, at) + letter + name.slice(at + 1);
    case 1:
      return name.slice(0, at) + name.slice(at + 1);
    case 2:
      return name.slice(0, at) + name[at]! + name.slice(at);
    default:
      return name.slice(0, at) + (name[at + 1] ?? "") + name[at]! + name.slice(at + 2);
  }
}

function respell(random: Random, name: string): string {
  const fitting = SPELLINGS.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]).filter(
    ([from]) => name.toLowerCase().includes(from),
  );
  if (fitting.length === 0) return name;
  const [from, to] = random.pick(fitting);
  return name.replace(new RegExp(from, "iu"), to);
}

/**
 * A copy of a record as another desk might have taken it down.
 * @param random the generator
 * @param person the record
 * @param rates how often errors happen
 */
export function withErrors(random: Random, person: Person, rates: ErrorRates): Person {
  const copy = { ...person };
  for (const field of ["family", "given", "place"] as const) {
    if (random.chance(rates.transliteration)) copy[field] = respell(random, copy[field]);
    if (random.chance(rates.typing)) copy[field] = misspell(random, copy[field]);
  }
  const [year, month, day] = copy.born.split("-");
  if (random.chance(rates.swappedDate) && Number(day) <= 12) copy.born = `${year}-${day}-${month}`;
  if (random.chance(rates.swappedNames)) [copy.family, copy.given] = [copy.given, copy.family];
  for (const field of ["born", "place", "paper"] as const) if (random.chance(rates.missing)) copy[field] = "";
  return copy;
}

/** Lists that several desks hold of one population, with the truth of who is who. */
export interface FictionalLists {
  lists: { person: Person; who: number }[][];
  population: number;
}

/**
 * Draws lists from a population: each person is on each list independently with a probability, copied with errors.
 * @param random the generator
 * @param population how many persons exist
 * @param inclusion chance of being on each list
 * @param rates how often errors happen
 */
export function fictionalLists(
  random: Random,
  population: number,
  inclusion: readonly number[],
  rates: ErrorRates = ORDINARY_ERRORS,
): FictionalLists {
  const make = personMaker(random);
  const lists: FictionalLists["lists"] = inclusion.map(() => []);
  for (let who = 0; who < population; who++) {
    const person = make();
    inclusion.forEach((chance, list) => {
      if (random.chance(chance)) lists[list]!.push({ person: withErrors(random, person, rates), who });
    });
  }
  for (const list of lists) {
    for (let i = list.length - 1; i > 0; i--) {
      const other = random.below(i + 1);
      [list[i], list[other]] = [list[other]!, list[i]!];
    }
  }
  return { lists, population };
}
