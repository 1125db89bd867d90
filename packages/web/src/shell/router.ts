import { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { instrumentsRoutes } from "../rooms/instruments/routes.ts";
import { peopleRoutes } from "../rooms/people/routes.ts";
import { PageSkeleton } from "../ui/skeleton.tsx";
import { parseAddress, writeAddress } from "./address.ts";
import { ProblemPage } from "./problem-page.tsx";
import { rootRoute } from "./root-route.tsx";

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 300_000, refetchOnWindowFocus: false, retry: 1 } },
});

/** All pages, a list a room. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([...instrumentsRoutes, ...peopleRoutes]),
  context: { queryClient },
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: "intent",
  defaultErrorComponent: ProblemPage,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 0,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
