import { joinCounted, type Phrasebook, pluralOf } from "./phrasebook.ts";

const plural = new Intl.PluralRules("es");
const instruments = (count: number): string =>
  pluralOf(plural, count, { one: "instrumento", other: "instrumentos" });
const subject = (union: boolean): string => (union ? "la Unión" : "este Estado");
const Subject = (union: boolean): string => (union ? "La Unión" : "Este Estado");

export const SPANISH: Phrasebook = {
  bound: (actor, day, count, written) =>
    `${actor}, ${day}: ${count === 0 ? "ningún instrumento" : `${written} ${instruments(count)}`} en vigor.`,
  palermo: {
    inForce: (day, union) => `El Protocolo de Palermo está en vigor para ${subject(union)} desde el ${day}.`,
    pending: (day, union) =>
      `${Subject(union)} ha pasado a ser parte en el Protocolo de Palermo, que surtirá efecto el ${day}.`,
    signed: (day, union) => `${Subject(union)} firmó el Protocolo de Palermo el ${day}, pero no es parte.`,
    signedUnsure: (day, knownUntil) =>
      `Este Estado firmó el Protocolo de Palermo el ${day}; aquí no consta si pasó a ser parte después del ${knownUntil}.`,
    left: (day) => `Este Estado dejó de ser parte en el Protocolo de Palermo el ${day}.`,
    notParty: (union) => `${Subject(union)} no es parte en el Protocolo de Palermo.`,
    unknown: (listEnds) =>
      `Aquí no consta si este Estado es parte en el Protocolo de Palermo: no se dispone de una lista de partes posterior al ${listEnds}.`,
    notAdopted: "El Protocolo de Palermo aún no existía.",
  },
  fromDay: (name, day) => `${name} (a partir del ${day})`,
  pending: (list) => `Consentimiento dado, aún no en vigor: ${list}.`,
  signed: (count, written, list) =>
    pluralOf(plural, count, {
      one: `${written} instrumento está firmado y sin ratificar: ${list}.`,
      other: `${written} instrumentos están firmados y sin ratificar: ${list}.`,
    }),
  signedUnsure: (count, written, list) =>
    `${written} ${instruments(count)} ${count === 1 ? "está firmado" : "están firmados"}; aquí no consta si siguió la ratificación: ${list}.`,
  themes: (count, written, all) =>
    count === 0
      ? `Ninguno de los ${all} temas es una obligación vinculante.`
      : pluralOf(plural, count, {
          one: `${written} de ${all} temas es una obligación vinculante.`,
          other: `${written} de ${all} temas son obligaciones vinculantes.`,
        }),
  pillars: (strongest, weakest) =>
    `El pilar más fuerte es «${strongest.name}» (${strongest.binding} de ${strongest.themes} temas) y el más débil, «${weakest.name}» (${weakest.binding} de ${weakest.themes}).`,
  gap: (theme, bound, peers, writtenPeers) =>
    `Mayor laguna: «${theme}», obligación vinculante para ${
      peers === 1 ? "el otro Estado" : `${bound} de los otros ${writtenPeers} Estados`
    } del grupo regional.`,
  unknown: (count, written, { noList, listEnds, otherwise }) =>
    `De ${written} ${instruments(count)} ${count === 1 ? "abierto" : "abiertos"} a este Estado no puede decirse nada seguro: ${joinCounted(
      [
        ["no se dispone de una lista de partes", noList],
        ["la lista no abarca este día", listEnds],
        ["solo se conoce el año del consentimiento", otherwise],
      ],
      "; ",
    )}.`,
};
