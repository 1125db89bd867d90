import { EUROPEAN_UNION, type State } from "../../vocabulary/index.ts";

/** Classes of actors that an action may ask, beside single states and actors. */
export const ACTOR_CLASSES = [
  "member-states",
  "states-of-origin",
  "states-of-transit",
  "states-of-destination",
  "states-of-low-means",
  "states-of-middle-means",
  "states-of-high-means",
  "un-system",
  "regional-organizations",
  "parliamentary-bodies",
  "civil-society",
  "trade-unions",
  "private-sector",
  "media",
  "academia",
  "trust-fund",
] as const;
export type ActorClass = (typeof ACTOR_CLASSES)[number];

/** An actor of the registry, as far as classes need to know it. */
export interface RegisteredActor {
  id: string;
  kind: string;
}

/** What is known of actors when a class is resolved. A state of which nothing is known belongs to no class of that sort. */
export interface ActorKnowledge {
  states: readonly State[];
  actors: readonly RegisteredActor[];
  /** States as places of origin, transit or destination, each with its grounds elsewhere. */
  routes: Readonly<Record<"origin" | "transit" | "destination", ReadonlySet<string>>>;
  /** A state's means; absent: not known. */
  means: ReadonlyMap<string, "low" | "middle" | "high">;
}

/** Who belongs to what an action names. */
export interface ResolvedActors {
  /** Codes of states and ids of actors. */
  actors: string[];
  /** States that may belong to the class, but of which that isn't known. */
  unknown: string[];
  /** How it was found. */
  basis: string;
}

/** Entities of the United Nations in the registry; the registry's kinds don't tell them from other organizations. */
const UN_SYSTEM: ReadonlySet<string> = new Set(
  (
    "un-ga un-sc un-ecosoc ccpcj un-hrc unodc ilo iom unicef ohchr un-women unhcr unfpa undp unaids unesco who unicri world-bank icao unu un-cted " +
    "srsg-caac srsg-svc srsg-vac un-network-migration sr-trafficking sr-slavery sr-sale-children sr-migrants sr-violence-women icat un-gift un-act " +
    "un-global-compact"
  ).split(" "),
);

const KINDS_OF_CLASS: Readonly<Partial<Record<ActorClass, readonly string[]>>> = {
  "regional-organizations": ["regional-organization"],
  "parliamentary-bodies": ["parliamentary"],
  "civil-society": ["ngo", "network"],
  "trade-unions": ["trade-union"],
  "private-sector": ["business"],
  media: ["media"],
  academia: ["academia"],
  "trust-fund": ["fund"],
};

/**
 * The actors that an action's word stands for: a class, the code of a state, or the id of an actor.
 * @returns undefined when the word is none of these
 */
export function resolveActors(who: string, knowledge: ActorKnowledge): ResolvedActors | undefined {
  const name = ACTOR_CLASSES.find((one) => one === who);
  if (!name) {
    const known =
      knowledge.states.some(({ iso3 }) => iso3 === who) || knowledge.actors.some(({ id }) => id === who);
    return known ? { actors: [who], unknown: [], basis: "named" } : undefined;
  }
  const states = knowledge.states.filter(({ iso3 }) => iso3 !== EUROPEAN_UNION).map(({ iso3 }) => iso3);
  if (name === "member-states") {
    const members = knowledge.states.filter(({ status }) => status === "un-member").map(({ iso3 }) => iso3);
    return { actors: members, unknown: [], basis: "members of the United Nations" };
  }
  const route = /^states-of-(origin|transit|destination)$/.exec(name)?.[1] as
    | "origin"
    | "transit"
    | "destination"
    | undefined;
  if (route)
    return {
      actors: states.filter((iso3) => knowledge.routes[route].has(iso3)),
      unknown: states.filter((iso3) => !knowledge.routes[route].has(iso3)),
      basis: `states known as places of ${route}`,
    };
  const means = /^states-of-(low|middle|high)-means$/.exec(name)?.[1];
  if (means)
    return {
      actors: states.filter((iso3) => knowledge.means.get(iso3) === means),
      unknown: states.filter((iso3) => !knowledge.means.has(iso3)),
      basis: `states of ${means} means`,
    };
  const kinds = KINDS_OF_CLASS[name];
  const belongs = ({ id, kind }: RegisteredActor) => (kinds ? kinds.includes(kind) : UN_SYSTEM.has(id));
  return {
    actors: knowledge.actors.filter(belongs).map(({ id }) => id),
    unknown: [],
    basis: kinds ? `actors of kind ${kinds.join(", ")}` : "entities of the United Nations in the registry",
  };
}

/** Kind of actor that a word of an action stands for, for the balance: `state`, `igo`, `ngo` … ; undefined when the word is unknown. */
export function kindOfActor(
  who: string,
  knowledge: Pick<ActorKnowledge, "states" | "actors">,
): string | undefined {
  if (who === "member-states" || who.startsWith("states-of-")) return "state";
  if (knowledge.states.some(({ iso3, status }) => iso3 === who && status !== "regional-organization"))
    return "state";
  if (who === "un-system" || UN_SYSTEM.has(who)) return "un-system";
  const name = ACTOR_CLASSES.find((one) => one === who);
  if (name) return KINDS_OF_CLASS[name]?.[0];
  if (who === EUROPEAN_UNION) return "regional-organization";
  return knowledge.actors.find(({ id }) => id === who)?.kind;
}
