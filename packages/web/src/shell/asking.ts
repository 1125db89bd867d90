/** Who is asked about, on which day and in which language: the context that every page shares, kept in the address. */
import { directionOf, type IsoDay, type Language } from "@concord/core/vocabulary";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { SharedSearch } from "./address.ts";
import { type Format, formatOf } from "./format.ts";
import { keepLanguage, preferredLanguage } from "./language.ts";

export const WORLD = "world";

/** Today in the reader's own calendar. The only clock on the pages. */
export function today(): IsoDay {
  const now = new Date();
  const part = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

export interface Asking {
  /** A state's code or a group's slug; `world` when the address names none. */
  who: string;
  when: IsoDay;
  isToday: boolean;
  language: Language;
  rightToLeft: boolean;
  format: Format;
  /** Changes the address; `replace` for steps that needn't be gone back to, such as a slider's. */
  change: (to: SharedSearch, how?: { replace?: boolean }) => void;
}

/** Reads the context from the address and gives the way to change it. */
export function useAsking(): Asking {
  const search = useSearch({ strict: false }) as SharedSearch;
  const navigate = useNavigate();
  const change = useCallback<Asking["change"]>(
    (to, how = {}) => {
      if (to.lang) keepLanguage(to.lang);
      const set = "when" in to && to.when === today() ? { ...to, when: undefined } : to;
      void navigate({
        to: ".",
        search: (before: object) => ({ ...before, ...set }),
        replace: how.replace ?? false,
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
  return useMemo(() => {
    const language = search.lang ?? preferredLanguage();
    const when = search.when ?? today();
    return {
      who: search.who && search.who !== WORLD ? search.who : WORLD,
      when,
      isToday: search.when === undefined,
      language,
      rightToLeft: directionOf(language) === "rtl",
      format: formatOf(language),
      change,
    };
  }, [search.who, search.when, search.lang, change]);
}
