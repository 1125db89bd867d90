import { joinCounted, type Phrasebook, pluralOf } from "./phrasebook.ts";

const plural = new Intl.PluralRules("ar");

/**
 * Arabic counts one and two by the noun itself, three to ten with the plural, eleven to ninety-nine with the singular in
 * the accusative, and round hundreds with the singular.
 */
export const ARABIC: Phrasebook = {
  bound: (actor, day, count, written) =>
    `${actor}، ${day}: ${pluralOf(plural, count, {
      zero: "لا يوجد أي صك نافذ",
      one: "صك واحد نافذ",
      two: "صكان نافذان",
      few: `${written} صكوك نافذة`,
      many: `${written} صكًا نافذًا`,
      other: `${written} صك نافذ`,
    })}.`,
  palermo: {
    inForce: (day, union) =>
      `بروتوكول باليرمو نافذ بالنسبة إلى ${union ? "الاتحاد" : "هذه الدولة"} منذ ${day}.`,
    pending: (day, union) =>
      union
        ? `أصبح الاتحاد طرفًا في بروتوكول باليرمو، ويبدأ نفاذه بالنسبة إليه في ${day}.`
        : `أصبحت هذه الدولة طرفًا في بروتوكول باليرمو، ويبدأ نفاذه بالنسبة إليها في ${day}.`,
    signed: (day, union) =>
      union
        ? `وقّع الاتحاد بروتوكول باليرمو في ${day}، لكنه لم يصبح طرفًا فيه.`
        : `وقّعت هذه الدولة بروتوكول باليرمو في ${day}، لكنها لم تصبح طرفًا فيه.`,
    signedUnsure: (day, knownUntil) =>
      `وقّعت هذه الدولة بروتوكول باليرمو في ${day}؛ ولا يُعرف هنا ما إذا أصبحت طرفًا فيه بعد ${knownUntil}.`,
    left: (day) => `انسحبت هذه الدولة من بروتوكول باليرمو في ${day}.`,
    notParty: (union) =>
      union ? "ليس الاتحاد طرفًا في بروتوكول باليرمو." : "ليست هذه الدولة طرفًا في بروتوكول باليرمو.",
    unknown: (listEnds) =>
      `لا يُعرف هنا ما إذا كانت هذه الدولة طرفًا في بروتوكول باليرمو: لا تتوافر قائمة بالأطراف بعد ${listEnds}.`,
    notAdopted: "لم يكن بروتوكول باليرمو موجودًا بعد.",
  },
  fromDay: (name, day) => `${name} (اعتبارًا من ${day})`,
  pending: (list) => `صكوك جرى الانضمام إليها ولم يبدأ نفاذها بعد: ${list}.`,
  signed: (count, written, list) =>
    `${pluralOf(plural, count, {
      one: "صك واحد موقَّع وغير مصدَّق عليه",
      two: "صكان موقَّعان وغير مصدَّق عليهما",
      few: `${written} صكوك موقَّعة وغير مصدَّق عليها`,
      many: `${written} صكًا موقَّعًا وغير مصدَّق عليه`,
      other: `${written} صك موقَّع وغير مصدَّق عليه`,
    })}: ${list}.`,
  signedUnsure: (count, written, list) =>
    `${pluralOf(plural, count, {
      one: "صك واحد موقَّع",
      two: "صكان موقَّعان",
      few: `${written} صكوك موقَّعة`,
      many: `${written} صكًا موقَّعًا`,
      other: `${written} صك موقَّع`,
    })}، ولا يُعرف هنا ما إذا كان التصديق قد تلا التوقيع: ${list}.`,
  themes: (count, written, all) =>
    count === 0
      ? `لا توجد أحكام ملزمة في أي موضوع من المواضيع البالغ عددها ${all}.`
      : `المواضيع التي تشملها أحكام ملزمة: ${written} من أصل ${all}.`,
  pillars: (strongest, weakest) =>
    `أقوى الركائز «${strongest.name}» (${strongest.binding} من ${strongest.themes})، وأضعفها «${weakest.name}» (${weakest.binding} من ${weakest.themes}).`,
  gap: (theme, bound, _peers, writtenPeers) =>
    `أكبر ثغرة: «${theme}»؛ عدد الدول الأخرى الملزَمة في المجموعة الإقليمية: ${bound} من أصل ${writtenPeers}.`,
  unknown: (count, written, { noList, listEnds, otherwise }) =>
    `لا يمكن الجزم بشأن ${pluralOf(plural, count, {
      one: "صك واحد متاح لهذه الدولة",
      two: "صكين متاحين لهذه الدولة",
      few: `${written} صكوك متاحة لهذه الدولة`,
      many: `${written} صكًا متاحًا لهذه الدولة`,
      other: `${written} صك متاح لهذه الدولة`,
    })}: ${joinCounted(
      [
        ["لا تتوافر قائمة بالأطراف", noList],
        ["القائمة لا تشمل هذا اليوم", listEnds],
        ["لا يُعرف من تاريخ الانضمام إلا السنة", otherwise],
      ],
      "؛ ",
    )}.`,
};
