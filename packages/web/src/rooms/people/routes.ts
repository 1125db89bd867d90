/** The pages about people. Their words come with the first of them. */
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type RawSearch, readId } from "../../shell/address.ts";
import { preferredLanguage } from "../../shell/language.ts";
import { rootRoute } from "../../shell/root-route.tsx";

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "people",
  beforeLoad: async ({ search }) => {
    const { loadPeopleWords } = await import("./people-words.ts");
    await loadPeopleWords(search.lang ?? preferredLanguage());
  },
});
const getParentRoute = () => peopleRoute;

const signIn = createRoute({
  getParentRoute,
  path: "/people/sign-in",
  validateSearch: (raw: RawSearch): { error?: string } => {
    const error = readId(raw, "error");
    return error ? { error } : {};
  },
  component: lazyRouteComponent(() => import("./sign-in-page.tsx"), "SignInPage"),
});
const forgotten = createRoute({
  getParentRoute,
  path: "/people/forgotten",
  component: lazyRouteComponent(() => import("./new-pass-phrase-page.tsx"), "ForgottenPage"),
});
const newPassPhrase = createRoute({
  getParentRoute,
  path: "/people/new-pass-phrase",
  component: lazyRouteComponent(() => import("./new-pass-phrase-page.tsx"), "NewPassPhrasePage"),
});
const confirmAddress = createRoute({
  getParentRoute,
  path: "/people/confirm-address",
  component: lazyRouteComponent(() => import("./confirm-address-page.tsx"), "ConfirmAddressPage"),
});
const invitation = createRoute({
  getParentRoute,
  path: "/people/invitation",
  component: lazyRouteComponent(() => import("./invitation-page.tsx"), "InvitationPage"),
});
const account = createRoute({
  getParentRoute,
  path: "/people/account",
  component: lazyRouteComponent(() => import("./account-page.tsx"), "AccountPage"),
});
const actor = createRoute({
  getParentRoute,
  path: "/people/actor",
  validateSearch: (raw: RawSearch): { actor?: string } => {
    const asked = readId(raw, "actor");
    return asked ? { actor: asked } : {};
  },
  component: lazyRouteComponent(() => import("./actor-people-page.tsx"), "ActorPeoplePage"),
});
const actors = createRoute({
  getParentRoute,
  path: "/people/actors",
  component: lazyRouteComponent(() => import("./actors-page.tsx"), "ActorsPage"),
});
const access = createRoute({
  getParentRoute,
  path: "/people/access",
  component: lazyRouteComponent(() => import("./access-page.tsx"), "AccessPage"),
});

export const peopleRoutes = [
  peopleRoute.addChildren([
    signIn,
    forgotten,
    newPassPhrase,
    confirmAddress,
    invitation,
    account,
    actor,
    actors,
    access,
  ]),
] as const;
