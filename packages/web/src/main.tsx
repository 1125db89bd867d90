import "./shell/style/index.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { parseAddress, readShared } from "./shell/address.ts";
import { today } from "./shell/asking.ts";
import { activateLanguage, preferredLanguage } from "./shell/language.ts";
import { lawQuery } from "./shell/law.ts";
import { queryClient, router } from "./shell/router.ts";
import { applyScheme, keptScheme } from "./shell/scheme.ts";

// The law is asked for at once, while the language and the page are still on their way.
void queryClient.prefetchQuery(lawQuery);
applyScheme(keptScheme());

const asked = readShared(parseAddress(window.location.search), today());
await activateLanguage(asked.lang ?? preferredLanguage());

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element #root");
createRoot(root).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
