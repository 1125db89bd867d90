/** The words that stand around a text: mastheads, banners, headings of a compilation and of a report. In six languages (P19). */
import type { Language, Names } from "@concord/core/vocabulary";
import type { Distribution, DocumentKind } from "../model/index.ts";

const LABELS = {
  distribution: {
    en: "Distr.",
    fr: "Distr.",
    es: "Distr.",
    ru: "Распространение",
    ar: "التوزيع",
    zh: "分发",
  },
  general: { en: "General", fr: "Générale", es: "General", ru: "общее", ar: "عام", zh: "普遍" },
  limited: { en: "Limited", fr: "Limitée", es: "Limitada", ru: "ограниченное", ar: "محدود", zh: "有限" },
  restricted: {
    en: "Restricted",
    fr: "Restreinte",
    es: "Reservada",
    ru: "для служебного пользования",
    ar: "مقيد",
    zh: "限制",
  },
  original: { en: "Original", fr: "Original", es: "Original", ru: "Язык оригинала", ar: "الأصل", zh: "原文" },
  workingDocument: {
    en: "Working document",
    fr: "Document de travail",
    es: "Documento de trabajo",
    ru: "Рабочий документ",
    ar: "وثيقة عمل",
    zh: "工作文件",
  },
  workingNote: {
    en: "Working document: a draft under consultation, without status until it is adopted",
    fr: "Document de travail\u00a0: projet en consultation, sans valeur tant qu’il n’est pas adopté",
    es: "Documento de trabajo: proyecto en consulta, sin validez mientras no se apruebe",
    ru: "Рабочий документ: проект находится на стадии консультаций и до принятия не имеет силы",
    ar: "وثيقة عمل: مشروع قيد التشاور، لا صفة له إلى حين اعتماده",
    zh: "工作文件：本草案尚在磋商之中，通过之前不具效力",
  },
  ownSeries: {
    en: "Issued with Concord. Not a document of the United Nations.",
    fr: "Établi avec Concord. N’est pas un document de l’Organisation des Nations Unies.",
    es: "Preparado con Concord. No es un documento de las Naciones Unidas.",
    ru: "Подготовлено в системе Concord. Не является документом Организации Объединенных Наций.",
    ar: "صادرة بواسطة Concord. ليست من وثائق الأمم المتحدة.",
    zh: "由 Concord 编制，并非联合国文件。",
  },
  annex: { en: "Annex", fr: "Annexe", es: "Anexo", ru: "Приложение", ar: "المرفق", zh: "附件" },
  notes: { en: "Notes", fr: "Notes", es: "Notas", ru: "Примечания", ar: "الحواشي", zh: "注释" },
  sponsors: {
    en: "Sponsors",
    fr: "Auteurs",
    es: "Patrocinadores",
    ru: "Авторы",
    ar: "مقدمو المشروع",
    zh: "提案方",
  },
  signed: { en: "(Signed)", fr: "(Signé)", es: "(Firmado)", ru: "(Подпись)", ar: "(توقيع)", zh: "（签名）" },
  proposal: {
    en: "Proposal",
    fr: "Proposition",
    es: "Propuesta",
    ru: "Предложение",
    ar: "الاقتراح",
    zh: "提案",
  },
  delete: { en: "delete", fr: "supprimer", es: "suprimir", ru: "исключить", ar: "تُحذف", zh: "删除" },
  supported: {
    en: "supported by",
    fr: "appuyé par",
    es: "con el apoyo de",
    ru: "поддерживают",
    ar: "بتأييد من",
    zh: "支持者",
  },
  opposed: {
    en: "opposed by",
    fr: "contesté par",
    es: "con la oposición de",
    ru: "возражают",
    ar: "باعتراض من",
    zh: "反对者",
  },
  reserved: {
    en: "reserved by",
    fr: "réservé par",
    es: "con reserva de",
    ru: "сделали оговорку",
    ar: "مع تحفظ من",
    zh: "保留立场者",
  },
  explanation: {
    en: "Explanation",
    fr: "Explication",
    es: "Explicación",
    ru: "Обоснование",
    ar: "التعليل",
    zh: "说明",
  },
  agreed: {
    en: "agreed ad referendum",
    fr: "approuvé ad referendum",
    es: "acordado ad referendum",
    ru: "согласовано ad referendum",
    ar: "متفق عليه رهن الاستشارة",
    zh: "待核准的商定案文",
  },
  participants: {
    en: "Participants",
    fr: "Participants",
    es: "Participantes",
    ru: "Участники",
    ar: "المشاركون",
    zh: "参与方",
  },
  organization: {
    en: "Organization of the consultation",
    fr: "Organisation de la consultation",
    es: "Organización de la consulta",
    ru: "Организация консультаций",
    ar: "تنظيم المشاورات",
    zh: "磋商的安排",
  },
  course: {
    en: "Course of the consultation",
    fr: "Déroulement de la consultation",
    es: "Desarrollo de la consulta",
    ru: "Ход консультаций",
    ar: "سير المشاورات",
    zh: "磋商经过",
  },
  proposals: {
    en: "Proposals",
    fr: "Propositions",
    es: "Propuestas",
    ru: "Предложения",
    ar: "الاقتراحات",
    zh: "提案",
  },
  statements: {
    en: "Statements",
    fr: "Déclarations",
    es: "Declaraciones",
    ru: "Заявления",
    ar: "البيانات",
    zh: "发言",
  },
  silence: {
    en: "Silence procedure",
    fr: "Procédure d’approbation tacite",
    es: "Procedimiento de acuerdo tácito",
    ru: "Процедура молчаливого согласия",
    ar: "إجراء الموافقة الصامتة",
    zh: "默许程序",
  },
  decision: {
    en: "Decision",
    fr: "Décision",
    es: "Decisión",
    ru: "Решение",
    ar: "القرار المتخذ",
    zh: "决定",
  },
  withoutVote: {
    en: "Adopted without a vote",
    fr: "Adopté sans vote",
    es: "Aprobado sin votación",
    ru: "Принято без голосования",
    ar: "اعتُمد دون تصويت",
    zh: "未经表决通过",
  },
  recordedVote: {
    en: "Recorded vote",
    fr: "Vote enregistré",
    es: "Votación registrada",
    ru: "Заносимое в отчет о заседании голосование",
    ar: "تصويت مسجل",
    zh: "记录表决",
  },
  adopted: { en: "Adopted", fr: "Adopté", es: "Aprobado", ru: "Принято", ar: "اعتُمد", zh: "通过" },
  rejected: { en: "Rejected", fr: "Rejeté", es: "Rechazado", ru: "Отклонено", ar: "رُفض", zh: "否决" },
  inFavour: {
    en: "In favour",
    fr: "Votent pour",
    es: "Votos a favor",
    ru: "Голосовали за",
    ar: "المؤيدون",
    zh: "赞成",
  },
  against: {
    en: "Against",
    fr: "Votent contre",
    es: "Votos en contra",
    ru: "Голосовали против",
    ar: "المعارضون",
    zh: "反对",
  },
  abstaining: {
    en: "Abstaining",
    fr: "S’abstiennent",
    es: "Abstenciones",
    ru: "Воздержались",
    ar: "الممتنعون",
    zh: "弃权",
  },
  absent: { en: "Absent", fr: "Absents", es: "Ausentes", ru: "Отсутствовали", ar: "الغائبون", zh: "缺席" },
  notEntitled: {
    en: "Not entitled to vote",
    fr: "Non admis à voter",
    es: "Sin derecho de voto",
    ru: "Не имеют права голоса",
    ar: "غير المخوّلين حق التصويت",
    zh: "无表决权",
  },
  vote: { en: "Vote", fr: "Vote", es: "Votación", ru: "Голосование", ar: "التصويت", zh: "表决" },
  number: { en: "Number", fr: "Nombre", es: "Número", ru: "Число", ar: "العدد", zh: "数目" },
  members: { en: "Members", fr: "Membres", es: "Miembros", ru: "Члены", ar: "الأعضاء", zh: "成员" },
  none: { en: "None", fr: "Néant", es: "Ninguno", ru: "Нет", ar: "لا أحد", zh: "无" },
  page: { en: "page", fr: "page", es: "página", ru: "стр.", ar: "الصفحة", zh: "页" },
  member: { en: "Members", fr: "Membres", es: "Miembros", ru: "Члены", ar: "الأعضاء", zh: "成员" },
  observer: {
    en: "Observers",
    fr: "Observateurs",
    es: "Observadores",
    ru: "Наблюдатели",
    ar: "المراقبون",
    zh: "观察员",
  },
  stakeholder: {
    en: "Stakeholders",
    fr: "Parties prenantes",
    es: "Partes interesadas",
    ru: "Заинтересованные стороны",
    ar: "الجهات المعنية",
    zh: "利益攸关方",
  },
  version: { en: "Text", fr: "Texte", es: "Texto", ru: "Текст", ar: "النص", zh: "案文" },
  date: { en: "Date", fr: "Date", es: "Fecha", ru: "Дата", ar: "التاريخ", zh: "日期" },
  zeroDraft: {
    en: "Zero draft",
    fr: "Avant-projet",
    es: "Borrador preliminar",
    ru: "Предварительный проект",
    ar: "المسودة الأولية",
    zh: "预稿",
  },
  revision: {
    en: "Revision",
    fr: "Révision",
    es: "Revisión",
    ru: "Пересмотренный вариант",
    ar: "التنقيح",
    zh: "修订稿",
  },
  silenceText: {
    en: "Text under silence",
    fr: "Texte soumis à l’approbation tacite",
    es: "Texto sometido a acuerdo tácito",
    ru: "Текст в процедуре молчаливого согласия",
    ar: "نص قيد الموافقة الصامتة",
    zh: "默许程序中的案文",
  },
  adoptedText: {
    en: "Adopted text",
    fr: "Texte adopté",
    es: "Texto aprobado",
    ru: "Принятый текст",
    ar: "النص المعتمد",
    zh: "通过的案文",
  },
  opened: { en: "Opened", fr: "Ouverture", es: "Apertura", ru: "Начало", ar: "البدء", zh: "开始" },
  until: { en: "Until", fr: "Échéance", es: "Plazo", ru: "Срок", ar: "الأجل", zh: "截止" },
  outcome: { en: "Outcome", fr: "Issue", es: "Resultado", ru: "Итог", ar: "النتيجة", zh: "结果" },
  broken: {
    en: "Silence broken",
    fr: "Silence rompu",
    es: "Silencio interrumpido",
    ru: "Молчание нарушено",
    ar: "كُسر الصمت",
    zh: "沉默被打破",
  },
  unbroken: {
    en: "No objection was received",
    fr: "Aucune objection n’a été reçue",
    es: "No se recibió ninguna objeción",
    ru: "Возражений не поступило",
    ar: "لم يرد أي اعتراض",
    zh: "未收到反对意见",
  },
  running: { en: "Running", fr: "En cours", es: "En curso", ru: "Продолжается", ar: "جارٍ", zh: "进行中" },
} satisfies Record<string, Names>;

export type Label = keyof typeof LABELS;

/** A word or phrase of a document's frame. */
export function label(which: Label, language: Language): string {
  return LABELS[which][language];
}

const KINDS: Readonly<Record<DocumentKind, Names>> = {
  letter: { en: "Letter", fr: "Lettre", es: "Carta", ru: "Письмо", ar: "رسالة", zh: "信函" },
  "draft-resolution": {
    en: "Draft resolution",
    fr: "Projet de résolution",
    es: "Proyecto de resolución",
    ru: "Проект резолюции",
    ar: "مشروع قرار",
    zh: "决议草案",
  },
  resolution: {
    en: "Resolution",
    fr: "Résolution",
    es: "Resolución",
    ru: "Резолюция",
    ar: "قرار",
    zh: "决议",
  },
  compilation: {
    en: "Compilation of proposals",
    fr: "Récapitulatif des propositions",
    es: "Recopilación de propuestas",
    ru: "Подборка предложений",
    ar: "تجميع للاقتراحات",
    zh: "提案汇编",
  },
  report: {
    en: "Report of the consultation",
    fr: "Rapport de la consultation",
    es: "Informe de la consulta",
    ru: "Доклад о консультациях",
    ar: "تقرير المشاورات",
    zh: "磋商报告",
  },
};

/** The name of a form of document. */
export function kindName(kind: DocumentKind, language: Language): string {
  return KINDS[kind][language];
}

/** Name of each of the six languages in each of them, as "Original: English" has it. */
const LANGUAGE_NAMES: Readonly<Record<Language, Names>> = {
  ar: { en: "Arabic", fr: "arabe", es: "árabe", ru: "арабский", ar: "بالعربية", zh: "阿拉伯文" },
  en: { en: "English", fr: "anglais", es: "inglés", ru: "английский", ar: "بالإنكليزية", zh: "英文" },
  es: { en: "Spanish", fr: "espagnol", es: "español", ru: "испанский", ar: "بالإسبانية", zh: "西班牙文" },
  fr: { en: "French", fr: "français", es: "francés", ru: "французский", ar: "بالفرنسية", zh: "法文" },
  ru: { en: "Russian", fr: "russe", es: "ruso", ru: "русский", ar: "بالروسية", zh: "俄文" },
  zh: { en: "Chinese", fr: "chinois", es: "chino", ru: "китайский", ar: "بالصينية", zh: "中文" },
};

export function languageName(named: Language, language: Language): string {
  return LANGUAGE_NAMES[named][language];
}

/** A label and what it labels: "Distr.: Limited", "分发：有限". */
export function labelled(name: string, value: string, language: Language): string {
  if (language === "zh") return `${name}：${value}`;
  return language === "fr" ? `${name}\u00a0: ${value}` : `${name}: ${value}`;
}

export function distributionLine(distribution: Distribution, language: Language): string {
  return labelled(label("distribution", language), label(distribution, language), language);
}

export function originalLine(original: readonly Language[], language: Language): string {
  const separator = language === "ar" ? "، " : language === "zh" ? "、" : ", ";
  const names = original.map((one) => languageName(one, language)).join(separator);
  return labelled(label("original", language), names, language);
}

/** "Agenda item 114". */
export function agendaItemLine(number: string, language: Language): string {
  const lines: Names = {
    en: `Agenda item ${number}`,
    fr: `Point ${number} de l’ordre du jour`,
    es: `Tema ${number} del programa`,
    ru: `Пункт ${number} повестки дня`,
    ar: `البند ${number} من جدول الأعمال`,
    zh: `议程项目${number}`,
  };
  return lines[language];
}

/** "Annex", or "Annex II" where there are several. */
export function annexLine(number: string | undefined, language: Language): string {
  const name = label("annex", language);
  if (number === undefined) return name;
  return language === "zh" ? `${name}${number}` : `${name} ${number}`;
}
