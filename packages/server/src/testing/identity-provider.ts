/** A real OpenID Connect provider that signs in whomever the test says, without asking. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";

export interface IdentityProvider {
  issuer: string;
  /** Who signs in next: subject and e-mail address. */
  person: { subject: string; email: string; verified: boolean };
  /** Walks through the provider as a browser does, and gives the address to which it sends the reader back. */
  walk(start: string, until: string): Promise<string>;
  stop(): Promise<void>;
}

export const CLIENT = { id: "concord", secret: "secret-of-the-client-secret-of-the-client" };

/** Starts a provider that knows one client. */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const person = { subject: "subject-1", email: "", verified: true };
  const handlers: { answer?: (request: IncomingMessage, response: ServerResponse) => void } = {};
  const server = createServer((request, response) => handlers.answer?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    cookies: { keys: ["key-of-the-provider"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_ctx, id) => ({
      accountId: id,
      claims: () => ({
        sub: id,
        email: person.email,
        email_verified: person.verified,
        name: "Person of the provider",
      }),
    }),
  });
  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { prompt, params, session } = await provider.interactionDetails(request, response);
    if (prompt.name === "login") {
      await provider.interactionFinished(request, response, { login: { accountId: person.subject } });
      return;
    }
    const grant = new provider.Grant({
      accountId: session?.accountId ?? person.subject,
      clientId: String(params.client_id),
    });
    grant.addOIDCScope("openid email profile");
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
  }
  const callback = provider.callback();
  handlers.answer = (request, response) => {
    if (request.url?.startsWith("/interaction/")) void interact(request, response);
    else void callback(request, response);
  };
  return {
    issuer,
    person,
    async walk(start, until) {
      const jar = new Map<string, string>();
      let next = start;
      for (let step = 0; step < 20 && !next.startsWith(until); step++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
        const response = await fetch(next, { redirect: "manual", headers: { cookie } });
        for (const set of response.headers.getSetCookie()) {
          const [name = "", ...rest] = (set.split(";")[0] ?? "").split("=");
          jar.set(name, rest.join("="));
        }
        const location = response.headers.get("location");
        if (!location) throw new Error(`the provider stopped at ${next}: ${await response.text()}`);
        next = new URL(location, next).href;
      }
      return next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
