/** What a person may set about signing in and mail, from the environment. */
import { BadSetting } from "../settings.ts";

export interface SignInSettings {
  /** Where readers find this server: `https://concord.example.org`, without a slash at the end. */
  publicUrl: string;
  /** Origins from which pages may sign in: the public one, and this machine's names when nothing was set. */
  origins: readonly string[];
  /** How many proxies stand in front and may be believed about where a request comes from. */
  trustedProxies: number;
  /** Single sign-on through OpenID Connect. */
  oidc: { issuer: string; clientId: string; clientSecret: string; name: string } | undefined;
  /** Address of the mail server; undefined: the log says where the link is. */
  smtpUrl: string | undefined;
  mailFrom: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

function readUrl(text: string, name: string, protocols: readonly string[]): URL {
  const url = URL.parse(text);
  if (!url || !protocols.includes(url.protocol))
    throw new BadSetting(
      `${name}: "${text}" is no address. Write it with ${protocols.map((protocol) => `${protocol}//`).join(" or ")} at the front.`,
    );
  return url;
}

function readOidc(env: Environment): SignInSettings["oidc"] {
  const { CONCORD_OIDC_ISSUER: issuer, CONCORD_OIDC_CLIENT_ID: clientId } = env;
  if (!issuer) return undefined;
  if (!clientId || !env.CONCORD_OIDC_CLIENT_SECRET)
    throw new BadSetting(
      "CONCORD_OIDC_ISSUER is set: CONCORD_OIDC_CLIENT_ID and CONCORD_OIDC_CLIENT_SECRET are needed too. Take them from the provider.",
    );
  return {
    issuer: readUrl(issuer, "CONCORD_OIDC_ISSUER", ["https:", "http:"]).href,
    clientId,
    clientSecret: env.CONCORD_OIDC_CLIENT_SECRET,
    name: env.CONCORD_OIDC_NAME || new URL(issuer).hostname,
  };
}

/** Names under which a machine of one's own reaches itself. */
const OWN_NAMES = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Reads the settings of accounts.
 * @param origin scheme and host under which people reach this server; undefined: this machine alone, at `port`
 * @throws BadSetting
 */
export function readSignInSettings(
  env: Environment,
  { origin, port }: { origin: string | undefined; port: number },
): SignInSettings {
  const own = OWN_NAMES.map((host) => `http://${host}:${port}`);
  const proxies = Number(env.CONCORD_TRUSTED_PROXIES || 0);
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9)
    throw new BadSetting(
      `CONCORD_TRUSTED_PROXIES: "${env.CONCORD_TRUSTED_PROXIES}" is no number from 0 to 9. Give how many proxies stand in front.`,
    );
  const publicUrl = origin ?? `http://localhost:${port}`;
  return {
    publicUrl,
    origins: origin ? [origin] : own,
    trustedProxies: proxies,
    oidc: readOidc(env),
    smtpUrl: env.CONCORD_SMTP_URL
      ? readUrl(env.CONCORD_SMTP_URL, "CONCORD_SMTP_URL", ["smtp:", "smtps:"]).href
      : undefined,
    mailFrom: env.CONCORD_MAIL_FROM || `Concord <concord@${new URL(publicUrl).hostname}>`,
  };
}

/**
 * Where a request comes from.
 * @param socketAddress the other end of the connection
 * @param forwarded the header `X-Forwarded-For`: only what the trusted proxies themselves wrote is believed, counted from the end
 */
export function addressOfClient(
  socketAddress: string,
  forwarded: string | null,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || !forwarded) return socketAddress;
  const hops = forwarded.split(",").map((hop) => hop.trim());
  return hops.at(-Math.min(trustedProxies, hops.length)) || socketAddress;
}
