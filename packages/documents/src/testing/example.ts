/** Documents that tests and the bench write: invented, in six languages, with every kind of block. */
import type { Language } from "@concord/core/vocabulary";
import { type Block, opened, type UnDocument, words } from "../model/index.ts";

/** A small resolution in right form: organ, two preambular and three operative paragraphs. */
interface Sample {
  organ: string;
  title: string;
  body: string;
  item: string;
  preambular: [string, string][];
  operative: [string, string][];
  note: string;
}

const SAMPLES: Readonly<Record<Language, Sample>> = {
  en: {
    organ: "The Conference,",
    title: "Example plan of action against trafficking in persons",
    body: "Conference of Example Organizations",
    item: "Coordination against trafficking in persons",
    preambular: [
      ["Recalling", " its resolution CONCORD/RES/2025/1,"],
      ["Deeply concerned", " that victims remain unseen where agencies do not share what they know,"],
    ],
    operative: [
      ["Decides", " to adopt the plan set out in the annex to the present resolution;"],
      ["Urges", " all members to train first responders, and refers to paragraph 1 above;"],
      ["Also urges", " all members to report once a year."],
    ],
    note: "Example of a footnote; see A/64/691.",
  },
  fr: {
    organ: "La Conférence,",
    title: "Exemple de plan d’action contre la traite des personnes",
    body: "Conférence des organisations exemples",
    item: "Coordination contre la traite des personnes",
    preambular: [
      ["Rappelant", " sa résolution CONCORD/RES/2025/1,"],
      ["Profondément préoccupée", " par le sort des victimes que nul ne voit,"],
    ],
    operative: [
      ["Décide", " d’adopter le plan qui figure en annexe à la présente résolution ;"],
      [
        "Demande",
        " à tous les membres de former les premiers intervenants, comme prévu au paragraphe 1 ci-dessus ;",
      ],
      ["Demande également", " à tous les membres de faire rapport chaque année."],
    ],
    note: "Exemple de note ; voir A/64/691.",
  },
  es: {
    organ: "La Conferencia,",
    title: "Ejemplo de plan de acción contra la trata de personas",
    body: "Conferencia de Organizaciones de Ejemplo",
    item: "Coordinación contra la trata de personas",
    preambular: [
      ["Recordando", " su resolución CONCORD/RES/2025/1,"],
      ["Profundamente preocupada", " por las víctimas que nadie ve,"],
    ],
    operative: [
      ["Decide", " aprobar el plan que figura en el anexo de la presente resolución;"],
      [
        "Insta",
        " a todos los miembros a formar a quienes primero atienden a las víctimas, según el párrafo 1 supra;",
      ],
      ["Insta también", " a todos los miembros a informar cada año."],
    ],
    note: "Ejemplo de nota; véase A/64/691.",
  },
  ru: {
    organ: "Конференция,",
    title: "Пример плана действий по борьбе с торговлей людьми",
    body: "Конференция организаций-примеров",
    item: "Координация борьбы с торговлей людьми",
    preambular: [
      ["ссылаясь", " на свою резолюцию CONCORD/RES/2025/1,"],
      ["будучи глубоко обеспокоена", " тем, что жертвы остаются незамеченными,"],
    ],
    operative: [
      ["постановляет", " принять план, содержащийся в приложении к настоящей резолюции;"],
      ["призывает", " всех членов обучать сотрудников первого контакта, как указано в пункте 1 выше;"],
      ["призывает также", " всех членов ежегодно представлять доклады."],
    ],
    note: "Пример сноски; см. A/64/691.",
  },
  ar: {
    organ: "إن المؤتمر،",
    title: "مثال لخطة عمل لمكافحة الاتجار بالأشخاص",
    body: "مؤتمر المنظمات المثالية",
    item: "التنسيق لمكافحة الاتجار بالأشخاص",
    preambular: [
      ["إذ يشير", " إلى قراره CONCORD/RES/2025/1،"],
      ["وإذ يساوره بالغ القلق", " إزاء الضحايا الذين لا يراهم أحد،"],
    ],
    operative: [
      ["يقرر", " اعتماد الخطة الواردة في مرفق هذا القرار؛"],
      ["يحث", " جميع الأعضاء على تدريب المستجيبين الأوائل، وفق الفقرة 1 أعلاه؛"],
      ["يحث أيضا", " جميع الأعضاء على تقديم تقرير كل سنة."],
    ],
    note: "مثال لحاشية؛ انظر A/64/691.",
  },
  zh: {
    organ: "会议，",
    title: "打击人口贩运行动计划示例",
    body: "示例组织会议",
    item: "协调打击人口贩运",
    preambular: [
      ["回顾", "其第 CONCORD/RES/2025/1 号决议，"],
      ["深为关切", "许多被害人仍未被发现，"],
    ],
    operative: [
      ["决定", "通过本决议附件所载计划；"],
      ["促请", "所有成员按照上文第1段培训第一线人员；"],
      ["还促请", "所有成员每年提出报告。"],
    ],
    note: "脚注示例；见 A/64/691。",
  },
};

/** A draft resolution in right form, with a footnote and an annex. */
export function exampleResolution(language: Language): UnDocument {
  const sample = SAMPLES[language];
  const preambular: Block[] = sample.preambular.map(([opening, rest], index) => ({
    kind: "preambular",
    name: `PP${index + 1}`,
    runs: index === 0 ? [...opened(opening, rest), { text: "", note: "n1" }] : opened(opening, rest),
  }));
  const operative: Block[] = sample.operative.map(([opening, rest], index) => ({
    kind: "operative",
    name: `OP${index + 1}`,
    runs: opened(opening, rest),
  }));
  return {
    kind: "draft-resolution",
    language,
    masthead: {
      organ: sample.body,
      symbol: "CONCORD/2026/L.1/Rev.1",
      distribution: "limited",
      date: "2026-03-02",
      original: [language],
      session: 2,
      agendaItem: { number: "4", title: sample.item },
    },
    title: sample.title,
    sponsors: ["A", "B", "C"],
    blocks: [{ kind: "organ", runs: words(sample.organ) }, ...preambular, ...operative],
    annexes: [
      {
        title: sample.title,
        blocks: [
          { kind: "heading", level: 2, runs: words(sample.item) },
          { kind: "paragraph", number: "1.", runs: words(sample.title) },
        ],
      },
    ],
    footnotes: [{ id: "n1", runs: words(sample.note) }],
    draft: true,
  };
}

/** A compilation with proposals by two members on one paragraph, a remark, a table and lists. */
export function exampleCompilation(language: Language): UnDocument {
  const base = exampleResolution(language);
  const sample = SAMPLES[language];
  const [opening = "", rest = ""] = sample.operative[1]!;
  return {
    ...base,
    kind: "compilation",
    masthead: { ...base.masthead, symbol: "CONCORD/2026/CRP.2" },
    blocks: [
      ...base.blocks.slice(0, 3),
      {
        kind: "operative",
        name: "OP1",
        runs: [
          { text: opening, italic: true },
          {
            text: ` ${sample.item}`,
            change: {
              kind: "insertion",
              author: "A",
              at: "2026-03-03T10:00:00Z",
              supported: ["B", "C"],
              opposed: ["D"],
            },
          },
          { text: rest, change: { kind: "deletion", author: "E", at: "2026-03-04T12:30:00Z" } },
          { text: ";" },
        ],
      },
      { kind: "remark", label: `1 – A`, runs: words(sample.note) },
      {
        kind: "operative",
        name: "OP1 bis",
        runs: [
          { text: `${opening} `, italic: true, change: { kind: "insertion", author: "B" } },
          { text: `${sample.title}.`, change: { kind: "insertion", author: "B" } },
        ],
      },
      { kind: "item", depth: 0, runs: words(sample.item) },
      { kind: "item", depth: 1, runs: words(sample.title) },
      { kind: "item", depth: 0, runs: words(sample.body) },
      {
        kind: "table",
        caption: sample.title,
        header: ["A", "B"],
        rows: [
          ["1", sample.item],
          ["2", "<b>"],
        ],
      },
    ],
  };
}

/** A letter with an annex and two signatures. */
export function exampleLetter(language: Language): UnDocument {
  const base = exampleResolution(language);
  const sample = SAMPLES[language];
  return {
    ...base,
    kind: "letter",
    masthead: { ...base.masthead, symbol: "CONCORD/2026/1", distribution: "general" },
    draft: false,
    sponsors: [],
    blocks: [
      { kind: "paragraph", runs: [...words(`${sample.title}.`), { text: "", note: "n1" }] },
      { kind: "paragraph", runs: words(`${sample.item}.`) },
      { kind: "signature", name: "A. Example", office: sample.body },
      { kind: "signature", name: "B. Example", office: sample.body },
    ],
  };
}
