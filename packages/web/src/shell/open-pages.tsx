import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, startTransition } from "react";
import { createRoot } from "react-dom/client";
import { pause } from "../ui/in-pieces.ts";
import { parseAddress, readShared } from "./address.ts";
import { today } from "./asking.ts";
import { activateLanguage, preferredLanguage } from "./language.ts";
import { lawQuery } from "./law.ts";
import { queryClient, router } from "./router.ts";
import { applyScheme, keptScheme } from "./scheme.ts";

/** Opens the page of the address in the place of what the server wrote. */
export async function openPages(): Promise<void> {
  // The law is asked for at once, while the language and the page are still on their way.
  void queryClient.prefetchQuery(lawQuery);
  applyScheme(keptScheme());

  const asked = readShared(parseAddress(window.location.search), today());
  await activateLanguage(asked.lang ?? preferredLanguage());
  // What the server wrote stays on screen until the page is whole.
  await router.load();
  await pause();

  const element = document.getElementById("root");
  if (!element) throw new Error("index.html has no element #root");
  const root = createRoot(element);
  // As a transition the page is drawn in small pieces, between which the browser answers.
  startTransition(() =>
    root.render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </I18nProvider>
      </StrictMode>,
    ),
  );
}
