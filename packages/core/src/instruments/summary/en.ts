import { joinCounted, type Phrasebook, pluralOf } from "./phrasebook.ts";

const plural = new Intl.PluralRules("en");
const instruments = (count: number): string =>
  pluralOf(plural, count, { one: "instrument", other: "instruments" });
const subject = (union: boolean): string => (union ? "the Union" : "this state");
const Subject = (union: boolean): string => (union ? "The Union" : "This state");

export const ENGLISH: Phrasebook = {
  bound: (actor, day, count, written) =>
    `${actor}, ${day}: ${count === 0 ? "no" : written} ${instruments(count)} in force.`,
  palermo: {
    inForce: (day, union) => `The Palermo Protocol has been in force for ${subject(union)} since ${day}.`,
    pending: (day, union) =>
      `${Subject(union)} has joined the Palermo Protocol, which takes effect for it on ${day}.`,
    signed: (day, union) => `${Subject(union)} signed the Palermo Protocol on ${day} and has not joined it.`,
    signedUnsure: (day, knownUntil) =>
      `This state signed the Palermo Protocol on ${day}; whether it has joined since ${knownUntil} is not known here.`,
    left: (day) => `This state left the Palermo Protocol on ${day}.`,
    notParty: (union) => `${Subject(union)} is not a party to the Palermo Protocol.`,
    unknown: (listEnds) =>
      `Whether this state is a party to the Palermo Protocol is not known here: no list of parties is held after ${listEnds}.`,
    notAdopted: "The Palermo Protocol did not exist yet.",
  },
  fromDay: (name, day) => `${name} (from ${day})`,
  pending: (list) => `Joined, not yet in force: ${list}.`,
  signed: (count, written, list) =>
    `${written} ${instruments(count)} ${count === 1 ? "is" : "are"} signed but not ratified: ${list}.`,
  signedUnsure: (count, written, list) =>
    `${written} ${instruments(count)} ${count === 1 ? "is" : "are"} signed; whether ratification followed is not known here: ${list}.`,
  themes: (count, written, all) =>
    `${count === 0 ? "None" : written} of ${all} themes ${count === 1 || count === 0 ? "is a binding duty" : "are binding duties"}.`,
  pillars: (strongest, weakest) =>
    `The strongest pillar is ${strongest.name} (${strongest.binding} of ${strongest.themes} themes), the weakest ${weakest.name} (${weakest.binding} of ${weakest.themes}).`,
  gap: (theme, bound, peers, writtenPeers) =>
    `Largest gap: “${theme}”, a binding duty for ${bound} of ${writtenPeers} other ${peers === 1 ? "state" : "states"} of the regional group.`,
  unknown: (count, written, { noList, listEnds, otherwise }) =>
    `Of ${written} ${instruments(count)} open to this state nothing certain can be said: ${joinCounted(
      [
        ["no list of parties is held", noList],
        ["the list does not cover this day", listEnds],
        ["only the year of joining is held", otherwise],
      ],
      "; ",
    )}.`,
};
