/**
 * Writes data/accounts/commonest-pass-phrases.txt: what people choose when asked for twelve characters, by rule, since
 * lists of leaked pass phrases are nobody's to hand out. `node packages/server/src/accounts/write-commonest.ts`
 */
import { mkdirSync, writeFileSync } from "node:fs";

const SHORTEST = 12;
const FILE = new URL("../../../../data/accounts/commonest-pass-phrases.txt", import.meta.url);

const WORDS = [
  ..."password passphrase welcome letmein iloveyou admin administrator secretariat concord trafficking".split(
    " ",
  ),
  ..."secret changeme default qwerty football baseball princess sunshine superman monkey dragon master".split(
    " ",
  ),
  ..."shadow michael jordan freedom whatever trustno login access united nations geneva vienna newyork".split(
    " ",
  ),
  ..."hello summer winter spring autumn january february march april june july august september".split(" "),
  ..."october november december monday tuesday wednesday thursday friday saturday sunday test user guest".split(
    " ",
  ),
  ..."motdepasse contrasena senha passwort parol bienvenue bienvenido azerty starwars pokemon batman".split(
    " ",
  ),
];
const TAILS = [
  "",
  "1",
  "12",
  "123",
  "1234",
  "12345",
  "123456",
  "1234567",
  "12345678",
  "123456789",
  "1234567890",
  "0",
  "00",
  "007",
  "11",
  "111",
  "321",
  "abc",
  "abcd",
  "qwerty",
  "me",
  "you",
  "now",
];
const YEARS = Array.from({ length: 41 }, (_, index) => String(1990 + index));
const ROWS = [
  "1234567890",
  "0987654321",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "qazwsxedcrfv",
  "1q2w3e4r5t6y7u8i9o0p",
  "abcdefghijklmnopqrstuvwxyz",
  "zyxwvutsrqponmlkjihgfedcba",
  "йцукенгшщзхъ",
  "фывапролджэ",
];
const SENTENCES = [
  "correcthorsebatterystaple",
  "thequickbrownfox",
  "thequickbrownfoxjumpsoverthelazydog",
  "tobeornottobe",
  "iloveyousomuch",
  "opensesameopensesame",
  "maytheforcebewithyou",
  "loremipsumdolorsitamet",
  "passwordpasswordpassword",
  "thisismypassword",
  "thisisapassword",
  "mypassphraseissecret",
  "iforgotmypassword",
  "nopasswordforyou",
  "letmeinletmein",
  "whatismypassword",
  "inthebeginning",
  "ilovemyfamily",
  "godblessamerica",
  "vivelafrance",
  "longlivethequeen",
];

/** Stretches along a row of keys, there and back, and rows one after the other. */
function walks(): string[] {
  const found: string[] = [];
  for (const row of ROWS) {
    const reversed = [...row].reverse().join("");
    for (const line of [row + row, reversed + reversed, row + reversed])
      for (let from = 0; from < row.length; from++)
        for (let length = SHORTEST; length <= 20; length++) found.push(line.slice(from, from + length));
  }
  for (const first of ROWS) for (const second of ROWS) found.push(first + second);
  return found;
}

/** A word repeated, or with what people put behind it. */
function grown(word: string): string[] {
  const plain = [...TAILS, ...YEARS].flatMap((tail) => [word + tail, tail + word]);
  const repeated = [2, 3, 4, 5].map((times) => word.repeat(times));
  const paired = WORDS.map((other) => word + other);
  return [...plain, ...repeated, ...paired];
}

/** Letters as people disguise them. */
const disguised = (word: string) =>
  word.replace(/[aeios]/g, (letter) => ({ a: "4", e: "3", i: "1", o: "0", s: "5" })[letter] ?? letter);

const all = [...WORDS.flatMap(grown), ...WORDS.map(disguised).flatMap(grown), ...walks(), ...SENTENCES];
const kept = [...new Set(all)].filter((phrase) => [...phrase].length >= SHORTEST).sort();
mkdirSync(new URL(".", FILE), { recursive: true });
writeFileSync(FILE, `${kept.join("\n")}\n`);
