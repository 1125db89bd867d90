import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, retainSearchParams } from "@tanstack/react-router";
import { type RawSearch, readShared, type SharedSearch } from "./address.ts";
import { today } from "./asking.ts";
import { Frame } from "./frame.tsx";
import { activateLanguage, preferredLanguage } from "./language.ts";
import { NotFoundPage, ProblemPage } from "./problem-page.tsx";

/** The root of all pages: reads who, when and language from the address and carries them along from page to page. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: (raw: RawSearch): SharedSearch => readShared(raw, today()),
  search: { middlewares: [retainSearchParams<SharedSearch>(["who", "when", "lang"])] },
  beforeLoad: ({ search }) => activateLanguage(search.lang ?? preferredLanguage()),
  component: Frame,
  errorComponent: ProblemPage,
  notFoundComponent: NotFoundPage,
});
