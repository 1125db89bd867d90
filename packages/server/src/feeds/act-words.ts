/** What a state can do with a treaty, in the six languages, as the United Nations say it. */
import type { Language } from "@concord/core/vocabulary";

type ActWords = Readonly<Record<string, string>>;

const WORDS: Readonly<Record<Language, ActWords>> = {
  ar: {
    signature: "توقيع",
    ratification: "تصديق",
    accession: "انضمام",
    acceptance: "قبول",
    approval: "موافقة",
    succession: "خلافة",
    "formal-confirmation": "إقرار رسمي",
    denunciation: "انسحاب",
  },
  en: {
    signature: "signature",
    ratification: "ratification",
    accession: "accession",
    acceptance: "acceptance",
    approval: "approval",
    succession: "succession",
    "formal-confirmation": "formal confirmation",
    denunciation: "denunciation",
  },
  es: {
    signature: "firma",
    ratification: "ratificación",
    accession: "adhesión",
    acceptance: "aceptación",
    approval: "aprobación",
    succession: "sucesión",
    "formal-confirmation": "confirmación formal",
    denunciation: "denuncia",
  },
  fr: {
    signature: "signature",
    ratification: "ratification",
    accession: "adhésion",
    acceptance: "acceptation",
    approval: "approbation",
    succession: "succession",
    "formal-confirmation": "confirmation formelle",
    denunciation: "dénonciation",
  },
  ru: {
    signature: "подписание",
    ratification: "ратификация",
    accession: "присоединение",
    acceptance: "принятие",
    approval: "утверждение",
    succession: "правопреемство",
    "formal-confirmation": "официальное подтверждение",
    denunciation: "денонсация",
  },
  zh: {
    signature: "签署",
    ratification: "批准",
    accession: "加入",
    acceptance: "接受",
    approval: "核准",
    succession: "继承",
    "formal-confirmation": "正式确认",
    denunciation: "退约",
  },
};

/** An action as a reader of the language calls it. */
export const actWord = (action: string, language: Language): string => WORDS[language][action] ?? action;
