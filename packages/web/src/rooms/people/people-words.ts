/** The words of this room: a catalogue of their own, fetched with its first page, so that public pages don't carry them. */
import type { Language } from "@concord/core/vocabulary";
import { i18n } from "@lingui/core";

/** Adds the room's words to those of the language that is current. */
export async function loadPeopleWords(language: Language): Promise<void> {
  const { messages } = (await import(`./locales/${language}.po`)) as { messages: Record<string, string> };
  i18n.load(language, messages);
}
