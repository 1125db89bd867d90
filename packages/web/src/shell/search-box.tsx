import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useCallback, useEffect, useRef } from "react";
import { Picker } from "../ui/picker.tsx";
import { useAsking } from "./asking.ts";
import { findablesOf } from "./findable.ts";
import { lawQuery } from "./law.ts";
import { useNames } from "./names.ts";
import type { Findable } from "./search-index.ts";

/** One box for everything that has a page: states, groups, instruments, themes and articles. "/" brings the keyboard to it. */
export function SearchBox() {
  const { t } = useLingui();
  const { change } = useAsking();
  const names = useNames();
  const navigate = useNavigate();
  const law = useQuery(lawQuery).data;
  const box = useRef<HTMLDivElement>(null);
  const entries = useCallback(() => (law ? findablesOf(law.knowledge, names) : []), [law, names]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest("input, select, textarea, [role=grid]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.querySelector("input")?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  const open = (entry: Findable) => {
    const [, id = entry.key, place] = /^[a-z]+:([^/]+)(?:\/(.*))?$/.exec(entry.key) ?? [];
    if (entry.kind === "state") void navigate({ to: "/states/$state", params: { state: id } });
    else if (entry.kind === "theme") void navigate({ to: "/themes/$theme", params: { theme: id } });
    else if (entry.kind === "group") change({ who: id });
    else
      void navigate({
        to: "/instruments/$instrument",
        params: { instrument: id },
        ...(place ? { hash: place } : {}),
      });
  };

  return (
    <div ref={box} className="search">
      <Picker
        label={t({
          message: "Search states, instruments, themes and articles",
          comment: "Search box, read aloud",
        })}
        placeholder={t({
          message: "Search states, instruments, themes, articles",
          comment: "Search box, shown while empty",
        })}
        entries={entries}
        offered={[]}
        onPick={open}
        icon={Search}
        clearsAfterPick
        emptyText={t({
          message: "Type a name in any of the six languages, a code or an article: “art. 6(3)”.",
          comment: "Under the search box, when nothing is found or typed",
        })}
      />
    </div>
  );
}
