import type { LetterWords } from "./words.ts";

export const zh: LetterWords = {
  greeting: "您好：",
  ending: "如果您并未预期收到此信，无需采取任何行动。Concord 的任何人都不会向您索要口令短语。",
  invitation: {
    subject: (actor) => `邀请您在 Concord 上代表${actor}`,
    body: (actor, role, days) =>
      `现邀请您在 Concord 上代表${actor}，身份为：${role}。链接仅可使用一次，有效期 ${days} 天。如已过期，打开的页面会向您发送新的链接。`,
  },
  newPassPhrase: {
    subject: "为 Concord 选择新的口令短语",
    body: "有人（希望是您本人）请求更换口令短语。链接仅可使用一次，一小时内有效。选定之后，您的所有会话都将结束。",
  },
  changeAddress: {
    subject: "确认更改您在 Concord 上的地址",
    body: (newEmail) =>
      `您在 Concord 上的地址将改为 ${newEmail}。请在一小时内在您现在的地址确认；随后还将询问新地址。`,
  },
  confirmAddress: {
    subject: "确认您在 Concord 上的新地址",
    body: "此地址将成为您在 Concord 上的地址。请在一小时内确认；在此之前一切不变。",
  },
  roles: {
    observer: "观察员",
    member: "成员",
    "focal-point": "协调人",
    facilitator: "主持人",
    secretariat: "秘书处",
    administrator: "管理员",
  },
};
