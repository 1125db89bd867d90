import { LANGUAGES } from "@concord/core/vocabulary";
import { describe, expect, it } from "vitest";
import { sessionName } from "./ordinal.ts";

describe("sessions in words", () => {
  it.each([
    [
      1,
      "First session",
      "Première session",
      "Primer período de sesiones",
      "Первая сессия",
      "第一届会议",
      "الدورة الأولى",
    ],
    [
      64,
      "Sixty-fourth session",
      "Soixante-quatrième session",
      "Sexagésimo cuarto período de sesiones",
      "Шестьдесят четвертая сессия",
      "第六十四届会议",
      "الدورة الرابعة والستون",
    ],
    [
      71,
      "Seventy-first session",
      "Soixante et onzième session",
      "Septuagésimo primer período de sesiones",
      "Семьдесят первая сессия",
      "第七十一届会议",
      "الدورة الحادية والسبعون",
    ],
    [
      80,
      "Eightieth session",
      "Quatre-vingtième session",
      "Octogésimo período de sesiones",
      "Восьмидесятая сессия",
      "第八十届会议",
      "الدورة الثمانون",
    ],
    [
      91,
      "Ninety-first session",
      "Quatre-vingt-onzième session",
      "Nonagésimo primer período de sesiones",
      "Девяносто первая сессия",
      "第九十一届会议",
      "الدورة الحادية والتسعون",
    ],
    [
      12,
      "Twelfth session",
      "Douzième session",
      "Duodécimo período de sesiones",
      "Двенадцатая сессия",
      "第十二届会议",
      "الدورة الثانية عشرة",
    ],
  ] as const)("session %i", (n, en, fr, es, ru, zh, ar) => {
    expect(
      (["en", "fr", "es", "ru", "zh", "ar"] as const).map((language) => sessionName(n, language)),
    ).toEqual([en, fr, es, ru, zh, ar]);
  });

  it("every session from 1 to 120 has a name of its own in each language", () => {
    for (const language of LANGUAGES) {
      const names = Array.from({ length: 120 }, (_, index) => sessionName(index + 1, language));
      expect(new Set(names).size).toBe(120);
      expect(names.filter((name) => /undefined|\s$|\s\s/.test(name))).toEqual([]);
    }
  });
});
