import type { LetterWords } from "./words.ts";

export const ar: LetterWords = {
  greeting: "تحية طيبة،",
  ending: "إن لم تكن تتوقع هذه الرسالة فلا يلزمك فعل شيء. لن يطلب منك أحد باسم Concord عبارة المرور أبداً.",
  invitation: {
    subject: (actor) => `دعوة للتصرف باسم ${actor} في Concord`,
    body: (actor, role, days) =>
      `أنت مدعو للتصرف باسم ${actor} في Concord بصفة: ${role}. يعمل الرابط مرة واحدة، ومدة صلاحيته بالأيام: ${days}. وإن انتهت صلاحيته فالصفحة التي يفتحها ترسل إليك رابطاً جديداً.`,
  },
  newPassPhrase: {
    subject: "اختر عبارة مرور جديدة لـ Concord",
    body: "طلب شخص ما، ونرجو أن يكون أنت، عبارة مرور جديدة. يعمل الرابط مرة واحدة خلال ساعة. وتنتهي جميع جلساتك بعد اختيارك.",
  },
  changeAddress: {
    subject: "أكد تغيير عنوانك في Concord",
    body: (newEmail) =>
      `سيصبح عنوانك في Concord هو ${newEmail}. أكد ذلك هنا، من عنوانك الحالي، خلال ساعة؛ ثم يُسأل العنوان الجديد أيضاً.`,
  },
  confirmAddress: {
    subject: "أكد عنوانك الجديد في Concord",
    body: "سيصبح هذا عنوانك في Concord. أكده خلال ساعة؛ وإلى ذلك الحين لا يتغير شيء.",
  },
  roles: {
    observer: "مراقب",
    member: "عضو",
    "focal-point": "جهة اتصال",
    facilitator: "ميسّر",
    secretariat: "الأمانة",
    administrator: "مدير النظام",
  },
};
