import { joinCounted, type Phrasebook } from "./phrasebook.ts";

const subject = (union: boolean): string => (union ? "欧盟" : "该国");

export const CHINESE: Phrasebook = {
  bound: (actor, day, count, written) =>
    `${actor}，${day}：${count === 0 ? "没有对其生效的文书" : `${written}项文书对其生效`}。`,
  palermo: {
    inForce: (day, union) => `《巴勒莫议定书》自${day}起对${subject(union)}生效。`,
    pending: (day, union) => `${subject(union)}已加入《巴勒莫议定书》，将于${day}对其生效。`,
    signed: (day, union) => `${subject(union)}于${day}签署《巴勒莫议定书》，但未成为缔约方。`,
    signedUnsure: (day, knownUntil) =>
      `该国于${day}签署《巴勒莫议定书》；${knownUntil}之后是否成为缔约方，此处不详。`,
    left: (day) => `该国于${day}退出《巴勒莫议定书》。`,
    notParty: (union) => `${subject(union)}不是《巴勒莫议定书》缔约方。`,
    unknown: (listEnds) => `该国是否为《巴勒莫议定书》缔约方，此处不详：没有${listEnds}之后的缔约方名单。`,
    notAdopted: "《巴勒莫议定书》当时尚不存在。",
  },
  fromDay: (name, day) => `${name}（自${day}起）`,
  pending: (list) => `已加入但尚未对其生效：${list}。`,
  signed: (_count, written, list) => `已签署但未批准的文书有${written}项：${list}。`,
  signedUnsure: (_count, written, list) => `有${written}项文书已签署，之后是否批准，此处不详：${list}。`,
  themes: (count, written, all) =>
    count === 0 ? `${all}个主题均没有有约束力的义务。` : `${all}个主题中，${written}个有有约束力的义务。`,
  pillars: (strongest, weakest) =>
    `最强的支柱是“${strongest.name}”（${strongest.themes}个主题中的${strongest.binding}个），最弱的是“${weakest.name}”（${weakest.themes}个中的${weakest.binding}个）。`,
  gap: (theme, bound, _peers, writtenPeers) =>
    `最大的缺口是“${theme}”：区域组其他${writtenPeers}国中，${bound}国受约束。`,
  unknown: (_count, written, { noList, listEnds, otherwise }) =>
    `对该国开放的文书中，有${written}项无法确知：${joinCounted(
      [
        ["没有缔约方名单", noList],
        ["名单未涵盖这一天", listEnds],
        ["只知道加入年份", otherwise],
      ],
      "；",
      (written) => `（${written}项）`,
    )}。`,
};
