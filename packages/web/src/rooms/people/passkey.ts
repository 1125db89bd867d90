/** Passkeys (WebAuthn) by the browser's own means. */
import { Refused, signInAsk } from "./people-api.ts";

/** Whether this browser can use passkeys here. */
export const canUsePasskeys = () =>
  typeof PublicKeyCredential !== "undefined" && "parseCreationOptionsFromJSON" in PublicKeyCredential;

async function fromBrowser(work: () => Promise<Credential | null>): Promise<unknown> {
  if (!canUsePasskeys()) throw new Refused(0, "passkey-unavailable", "", 0);
  const credential = await work().catch(() => null);
  if (!(credential instanceof PublicKeyCredential)) throw new Refused(0, "passkey-cancelled", "", 0);
  return credential.toJSON();
}

/** Signs in with a passkey that the person chooses. */
export async function signInWithPasskey(): Promise<void> {
  const options = await signInAsk<PublicKeyCredentialRequestOptionsJSON>(
    "/passkey/generate-authenticate-options",
  );
  const response = await fromBrowser(() =>
    navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  );
  await signInAsk("/passkey/verify-authentication", { response });
}

/** Adds a passkey to the account that is signed in. */
export async function addPasskey(name: string): Promise<void> {
  const options = await signInAsk<PublicKeyCredentialCreationOptionsJSON>(
    "/passkey/generate-register-options",
  );
  const response = await fromBrowser(() =>
    navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
  );
  await signInAsk("/passkey/verify-registration", { response, name });
}
