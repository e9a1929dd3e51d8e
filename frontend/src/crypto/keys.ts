import { Refusal, refuseWith } from "./errors";
import { type PrivateJwk, type PublicJwk, publicHalf } from "./jwk";
import { thumbprint } from "./thumbprint";

/** What a key is for: to decrypt parts and grants, or to sign. It fixes the algorithm, whatever a header says. */
export type KeyAlgorithm = "ECDH-ES+A256KW" | "ES256";

/** A private key in use. `privateKey` is not extractable: a script can use it, not read it. */
export interface HeldKey {
  readonly kid: string;
  readonly alg: KeyAlgorithm;
  readonly publicJwk: PublicJwk;
  readonly privateKey: CryptoKey;
}

/** A fresh pair whose private half must be wrapped or granted at once and then forgotten. */
export interface FreshKey {
  readonly kid: string;
  readonly privateJwk: PrivateJwk;
  readonly publicJwk: PublicJwk;
  readonly held: HeldKey;
}

const PARAMETERS = {
  "ECDH-ES+A256KW": { name: "ECDH", namedCurve: "P-256" },
  ES256: { name: "ECDSA", namedCurve: "P-256" },
} as const;

const PRIVATE_USES: Record<KeyAlgorithm, KeyUsage[]> = { "ECDH-ES+A256KW": ["deriveBits"], ES256: ["sign"] };
const PUBLIC_USES: Record<KeyAlgorithm, KeyUsage[]> = { "ECDH-ES+A256KW": [], ES256: ["verify"] };

/** The one place where a key pair comes into being. */
export async function generateKey(alg: KeyAlgorithm): Promise<FreshKey> {
  const uses: KeyUsage[] = alg === "ES256" ? ["sign", "verify"] : ["deriveBits"];
  const pair = (await crypto.subtle.generateKey(PARAMETERS[alg], true, uses)) as CryptoKeyPair;
  const { x, y, d } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  if (!x || !y || !d) throw new Refusal("key_invalid", "the platform exported an incomplete key");
  const privateJwk: PrivateJwk = { kty: "EC", crv: "P-256", x, y, d };
  const held = await holdKey(privateJwk, alg);
  return { kid: held.kid, privateJwk, publicJwk: held.publicJwk, held };
}

/** Imports a private key so that it can be used but not read again. Throws `key_invalid` where d and point differ. */
export async function holdKey(jwk: PrivateJwk, alg: KeyAlgorithm): Promise<HeldKey> {
  const privateKey = await refuseWith("key_invalid", "private key", () =>
    crypto.subtle.importKey("jwk", { ...jwk }, PARAMETERS[alg], false, PRIVATE_USES[alg]),
  );
  const publicJwk = publicHalf(jwk);
  return { kid: await thumbprint(publicJwk), alg, publicJwk, privateKey };
}

/** Imports a public key for sealing (`ECDH-ES+A256KW`) or verifying (`ES256`). */
export function importPublic(jwk: PublicJwk, alg: KeyAlgorithm): Promise<CryptoKey> {
  return refuseWith("key_invalid", "public key", () =>
    crypto.subtle.importKey("jwk", { ...publicHalf(jwk) }, PARAMETERS[alg], true, PUBLIC_USES[alg]),
  );
}
