import { LANGUAGES } from "@concord/core/vocabulary";
import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { beforeAll, describe, expect, it } from "vitest";

interface Catalogue {
  /** Messages in the sources, by id. */
  used: ReadonlyMap<string, Message>;
  /** Messages in the PO files, by language and id. */
  held: ReadonlyMap<string, ReadonlyMap<string, Message>>;
}
interface Message {
  message?: string;
  translation?: string;
  comments?: string[];
  obsolete?: boolean;
}

let catalogue: Catalogue;

beforeAll(async () => {
  const config = getConfig({ cwd: `${import.meta.dirname}/../..` });
  const [messages] = await getCatalogs(config);
  if (!messages) throw new Error("lingui.config.ts names no catalogue");
  const [used, held] = await Promise.all([messages.collect(), messages.readAll()]);
  catalogue = {
    used: new Map(Object.entries((used ?? {}) as Record<string, Message>)),
    held: new Map(
      Object.entries(held).map(([language, rows]) => [
        language,
        new Map(Object.entries((rows ?? {}) as Record<string, Message>)),
      ]),
    ),
  };
}, 120_000);

const english = (id: string) => catalogue.used.get(id)?.message ?? id;

describe("the words on screen", () => {
  it.each(LANGUAGES)("every message is there in %s", (language) => {
    const held = catalogue.held.get(language);
    const missing = [...catalogue.used.keys()].filter((id) => {
      const row = held?.get(id);
      return !row || row.obsolete === true || (row.translation ?? "") === "";
    });
    expect(missing.map(english), "run `npm run extract -w packages/web` and translate").toEqual(
      // English is its own source: the message itself stands in for a translation.
      language === "en" ? missing.filter((id) => !held?.has(id)).map(english) : [],
    );
  });

  it.each(LANGUAGES)("no message is held in %s that no page uses", (language) => {
    const unused = [...(catalogue.held.get(language) ?? [])]
      .filter(([id, { obsolete }]) => obsolete === true || !catalogue.used.has(id))
      .map(([id, { message }]) => message ?? id);
    expect(unused, "run `npm run extract -w packages/web`").toEqual([]);
  });

  it.each(LANGUAGES)("%s names no value that the English doesn't, and keeps every tag", (language) => {
    const changed = [...catalogue.used]
      .map(([id, { message = "" }]) => ({
        message,
        translation: catalogue.held.get(language)?.get(id)?.translation || message,
      }))
      .filter(
        ({ message, translation }) =>
          values(translation).some((value) => !values(message).includes(value)) ||
          tags(message).join() !== tags(translation).join(),
      )
      .map(({ message, translation }) => `${message} → ${translation}`);
    expect(changed).toEqual([]);
  });

  it("every message tells its translator where it stands", () => {
    // A bare plural can't carry a note; its words say enough.
    const silent = [...catalogue.used.values()]
      .filter(({ message, comments }) => !comments?.length && !/^\{\w+, plural,/.test(message ?? ""))
      .map(({ message }) => message);
    expect(silent).toEqual([]);
  });
});

const values = (text: string) => [...text.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? "");
const tags = (text: string) => [...new Set(text.match(/<\/?\d+\/?>/g) ?? [])].sort();
