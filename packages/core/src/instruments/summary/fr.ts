import { joinCounted, type Phrasebook, pluralOf } from "./phrasebook.ts";

const plural = new Intl.PluralRules("fr");
const instruments = (count: number): string =>
  pluralOf(plural, count, { one: "instrument", other: "instruments" });
const subject = (union: boolean): string => (union ? "l’Union" : "cet État");
const Subject = (union: boolean): string => (union ? "L’Union" : "Cet État");

/** French sets a space that doesn't break before `:` and `;` and inside « ». */
export const FRENCH: Phrasebook = {
  bound: (actor, day, count, written) =>
    `${actor}, ${day}\u00a0: ${count === 0 ? "aucun" : written} ${instruments(count)} en vigueur.`,
  palermo: {
    inForce: (day, union) =>
      `Le Protocole de Palerme est en vigueur pour ${subject(union)} depuis le ${day}.`,
    pending: (day, union) =>
      `${Subject(union)} est devenu${union ? "e" : ""} partie au Protocole de Palerme, qui prendra effet à son égard le ${day}.`,
    signed: (day, union) =>
      `${Subject(union)} a signé le Protocole de Palerme le ${day} sans y être devenu${union ? "e" : ""} partie.`,
    signedUnsure: (day, knownUntil) =>
      `Cet État a signé le Protocole de Palerme le ${day}\u202f; on ne sait pas ici s’il y est devenu partie après le ${knownUntil}.`,
    left: (day) => `Cet État a dénoncé le Protocole de Palerme, avec effet le ${day}.`,
    notParty: (union) => `${Subject(union)} n’est pas partie au Protocole de Palerme.`,
    unknown: (listEnds) =>
      `On ne sait pas ici si cet État est partie au Protocole de Palerme\u00a0: aucune liste des parties n’est disponible après le ${listEnds}.`,
    notAdopted: "Le Protocole de Palerme n’existait pas encore.",
  },
  fromDay: (name, day) => `${name} (à partir du ${day})`,
  pending: (list) => `Engagement pris, pas encore en vigueur\u00a0: ${list}.`,
  signed: (count, written, list) =>
    pluralOf(plural, count, {
      one: `${written} instrument est signé mais non ratifié\u00a0: ${list}.`,
      other: `${written} instruments sont signés mais non ratifiés\u00a0: ${list}.`,
    }),
  signedUnsure: (count, written, list) =>
    `${written} ${instruments(count)} ${count === 1 ? "est signé" : "sont signés"}\u202f; on ne sait pas ici si une ratification a suivi\u00a0: ${list}.`,
  themes: (count, written, all) =>
    count === 0
      ? `Aucun des ${all} thèmes ne fait l’objet d’une obligation contraignante.`
      : pluralOf(plural, count, {
          one: `${written} thème sur ${all} fait l’objet d’une obligation contraignante.`,
          other: `${written} thèmes sur ${all} font l’objet d’une obligation contraignante.`,
        }),
  pillars: (strongest, weakest) =>
    `Le pilier le plus fort est «\u202f${strongest.name}\u202f» (${strongest.binding} thèmes sur ${strongest.themes}), le plus faible «\u202f${weakest.name}\u202f» (${weakest.binding} sur ${weakest.themes}).`,
  gap: (theme, bound, peers, writtenPeers) => {
    const others = peers === 1 ? "l’autre État" : `des ${writtenPeers} autres États`;
    return `Principale lacune\u00a0: «\u202f${theme}\u202f», obligation contraignante pour ${peers === 1 ? others : `${bound} ${others}`} du groupe régional.`;
  },
  unknown: (count, written, { noList, listEnds, otherwise }) =>
    `De ${written} ${instruments(count)} ${count === 1 ? "ouvert" : "ouverts"} à cet État on ne peut rien dire de certain\u00a0: ${joinCounted(
      [
        ["aucune liste des parties n’est disponible", noList],
        ["la liste ne couvre pas ce jour", listEnds],
        ["seule l’année de l’engagement est connue", otherwise],
      ],
      "\u202f; ",
    )}.`,
};
