/** A handful of made-up rows where a database would stand. */
import type { Law } from "@concord/core/instruments";
import type { Records } from "../holdings.ts";

const NOTE = { source: "A made-up source", licence: "CC-BY-4.0", caveat: "Made up for a test." };

const RESERVATION = {
  instrument: "crc-opsc",
  iso3: "BGD",
  kind: "declaration",
  article: "art. 3",
  paraphrase: "Understands the age of majority as eighteen",
  source: "untc-2015",
};

/** Participation as the law has it; everything else made up. */
export function madeUpRecords(law: Law): Records {
  return {
    participation: async ({ instrument, iso3 }) =>
      law.knowledge.participation
        .filter((row) => row.instrument === (instrument ?? row.instrument) && row.iso3 === (iso3 ?? row.iso3))
        .map((row) => ({ ...row, sourceTitle: "A made-up title", boundSince: null, boundUntil: null })),
    reservations: async ({ instrument, iso3 }) =>
      [RESERVATION].filter(
        (row) => row.instrument === (instrument ?? row.instrument) && row.iso3 === (iso3 ?? row.iso3),
      ),
    neighbours: async (iso3) => (iso3 === "BGD" ? ["IND", "MMR"] : []),
    mechanisms: async (instrument) => [
      {
        id: "ctoc-review",
        name: "Review mechanism",
        kind: "review",
        body: "ctoc-cop",
        bodyName: "Conference of the Parties",
        bodyAcronym: "COP",
        periodicityYears: null,
        instruments: [instrument ?? "palermo-protocol"],
        asks: "Answer a questionnaire",
        source: "CTOC resolution 9/1",
      },
    ],
    flows: async (origin, destination) => ({
      origin,
      destination,
      migrantStock: { ...NOTE, caveatCode: "stock-not-flow", rows: [{ year: 2020, stock: 1_000_000 }] },
      detections: {
        ...NOTE,
        caveatCode: "detection-not-prevalence",
        rows: [
          {
            measure: "detected-victims",
            year: 2019,
            sex: "total",
            age: "total",
            category: "Bangladesh",
            value: null,
            low: 0,
            high: 4,
            flag: "",
          },
        ],
      },
      pooledCases: { ...NOTE, caveatCode: "assisted-not-sampled", rows: [] },
    }),
    corridorTotals: async (year) => [
      {
        kind: "migrant-stock",
        origin: "BGD",
        destination: "ARE",
        year,
        persons: 1_000_000,
        personsAtMost: 1_000_000,
        source: NOTE.source,
      },
    ],
    about: async () => ({
      sources: [
        { id: "untc-*", title: "UN Treaty Collection", place: "", completeTo: null, terms: "facts only" },
      ],
      tables: [
        {
          name: "states",
          path: "states.csv",
          title: "States",
          description: "Codes and names",
          rows: 198,
          bytes: 1,
          hash: "",
          sources: ["UN M49"],
          licence: "ODbL-1.0",
          licencePath: "",
        },
      ],
      reliability: [{ measure: "strength", scope: "all", n: 220, agreement: 0.986, kappa: 0.977 }],
      crosschecks: [
        {
          instrument: "cedaw",
          sourceA: "untc-2015",
          sourceB: "hr-2022",
          resolution: "year",
          compared: 186,
          agreeing: 184,
        },
      ],
    }),
    ping: async () => {},
  };
}
