import { CompactEncrypt, compactDecrypt } from "jose";
import { digest, fromBase64url, isBase64urlOf, toBase64url } from "./base64url";
import { fromUtf8, randomBytes, utf8 } from "./bytes";
import { Refusal, refuseWith } from "./errors";
import { hasExactly, type JsonObject, parseStrictObject } from "./json";
import { type PrivateJwk, type PublicJwk, parsePrivateJwk, parsePublicJwk, publicHalf } from "./jwk";
import { readJws, signJws, verifyJws } from "./jws";
import { type HeldKey, holdKey, importPublic } from "./keys";
import { signedName, uuidOf } from "./profile";
import type { RecipientKey } from "./seal";
import { thumbprint } from "./thumbprint";
import { holderKey, type TrustedOrganisation } from "./trust";

/** To whom an organisation's key of one epoch is granted. */
export interface GrantTarget {
  /** Member id in either spelling of the API, or `sheet:<no>`. */
  readonly member: string;
  readonly key: RecipientKey;
}

/** A grant ready for `postGrant`. The proof itself is inside the grant only; the server learns its digest. */
export interface MadeGrant {
  readonly grant: string;
  /** base64url SHA-256 of the 32 proof bytes. */
  readonly proofDigest: string;
}

/** An opened grant. `proof` goes to `proveGrant`; it shows that the grant was really opened. */
export interface OpenedGrant {
  readonly epoch: number;
  readonly oek: HeldKey;
  /** Null for a reader. */
  readonly osk: HeldKey | null;
  readonly proof: string;
}

/** Private keys of an epoch, in script memory for the length of one act (founding, rotation, granting). */
export interface EpochSecrets {
  readonly organisation: string;
  readonly epoch: number;
  readonly oek: PrivateJwk;
  readonly osk: PrivateJwk | null;
}

const HEADER_MEMBERS = ["alg", "enc", "kid", "typ", "org", "epoch", "member", "granter", "epk"] as const;
const GRANT_MEMBERS = ["org", "epoch", "member", "oek", "osk", "proof"] as const;

/**
 * Grants an epoch's keys to a member or a sheet (referral.md 7.4): JWS by the granter inside a JWE to the target.
 * @param granter id of the granting member; `signer` is that member's signing key
 */
export async function makeGrant(
  secrets: EpochSecrets,
  target: GrantTarget,
  granter: string,
  signer: HeldKey,
): Promise<MadeGrant> {
  const { epoch, oek, osk } = secrets;
  const [org, member] = [uuidOf(secrets.organisation), signedName(target.member)];
  const { key } = target;
  const proof = randomBytes(32);
  const payload: JsonObject = {
    org,
    epoch,
    member,
    oek: { ...oek },
    osk: osk === null ? null : { ...osk },
    proof: toBase64url(proof),
  };
  const inner = await signJws("sn-grant+jws", payload, signer);
  const header = {
    alg: "ECDH-ES+A256KW",
    enc: "A256GCM",
    kid: key.kid,
    typ: "orgkey-grant+jwe",
    org,
    epoch,
    member,
    granter: uuidOf(granter),
  };
  const grant = await new CompactEncrypt(utf8(inner))
    .setProtectedHeader(header)
    .encrypt(await importPublic(key.jwk, "ECDH-ES+A256KW"));
  return { grant, proofDigest: await digest(proof) };
}

/**
 * Opens a grant: signed by a certified holder of the organisation, for this member, and holding the very keys that
 * the chain announced for that epoch. Throws `grant_invalid` or `unknown_signer`.
 * @param member own member id, or `sheet:<no>`
 */
export async function openGrant(
  grant: string,
  target: HeldKey,
  member: string,
  organisation: TrustedOrganisation,
): Promise<OpenedGrant> {
  const { secrets, proof } = await readGrant(grant, target, member, organisation);
  return {
    epoch: secrets.epoch,
    oek: await holdKey(secrets.oek, "ECDH-ES+A256KW"),
    osk: secrets.osk === null ? null : await holdKey(secrets.osk, "ES256"),
    proof,
  };
}

/**
 * Grants on what was granted to oneself, for "manage keys" alone: the private keys are in script memory inside this
 * call and are not handed out. A reader is granted the encryption key only; giving on the signing key needs to hold it.
 * Throws as {@link openGrant}.
 */
export async function passOnGrant(input: {
  readonly grant: string;
  readonly own: { readonly member: string; readonly enc: HeldKey; readonly sig: HeldKey };
  readonly organisation: TrustedOrganisation;
  readonly target: GrantTarget;
  readonly as: "holder" | "reader";
}): Promise<MadeGrant> {
  const { grant, own, organisation, target, as } = input;
  const { secrets } = await readGrant(grant, own.enc, own.member, organisation);
  if (as === "holder" && secrets.osk === null) throw new Refusal("grant_invalid", "a reader cannot make a holder");
  const passed = as === "holder" ? secrets : { ...secrets, osk: null };
  return makeGrant(passed, target, own.member, own.sig);
}

/**
 * The first signing key out of the grant that its founder made for herself, before anybody vouches for the
 * organisation. It is signed by the very member who opens it, so no server can have laid another key there: this is
 * what is read aloud to a verifying body. Throws `grant_invalid`, or `unknown_signer` for somebody else's grant.
 */
export async function foundedKey(
  grant: string,
  own: { readonly member: string; readonly enc: HeldKey; readonly sig: HeldKey },
  organisation: string,
): Promise<RecipientKey> {
  const { secrets } = await unseal(grant, own.enc, own.member, uuidOf(organisation), (kid) => {
    if (kid !== own.sig.kid) throw new Refusal("unknown_signer", "granted by somebody else");
    return own.sig.publicJwk;
  });
  if (secrets.osk === null || secrets.epoch !== 1) throw new Refusal("grant_invalid", "not the founder's");
  const jwk = publicHalf(secrets.osk);
  return { kid: await thumbprint(jwk), jwk };
}

async function readGrant(
  grant: string,
  target: HeldKey,
  member: string,
  organisation: TrustedOrganisation,
): Promise<Unsealed> {
  const unsealed = await unseal(grant, target, member, organisation.organisation, (kid) =>
    holderKey(organisation, kid),
  );
  await refuseWith("grant_invalid", "contents", () => checkAnnounced(unsealed.secrets, organisation));
  return unsealed;
}

interface Unsealed {
  readonly secrets: EpochSecrets;
  readonly proof: string;
}

/** What a grant holds, signed by the key that `signer` knows under the name it bears. */
async function unseal(
  grant: string,
  target: HeldKey,
  member: string,
  organisation: string,
  signer: (kid: string) => PublicJwk,
): Promise<Unsealed> {
  const name = signedName(member);
  const epoch = checkHeader(grant, target, name, organisation);
  const inner = readJws(await decrypt(grant, target), "sn-grant+jws");
  const payload = await verifyJws(inner, signer(inner.kid));
  return refuseWith("grant_invalid", "contents", async () => {
    const { org, oek, osk, proof } = payload;
    const fits = org === organisation && payload.epoch === epoch && payload.member === name;
    if (!hasExactly(payload, GRANT_MEMBERS) || !fits || !isBase64urlOf(proof, 32)) {
      throw new Refusal("grant_invalid", "members");
    }
    const secrets = {
      organisation: org,
      epoch,
      oek: parsePrivateJwk(oek),
      osk: osk === null ? null : parsePrivateJwk(osk),
    };
    return { secrets, proof };
  });
}

async function checkAnnounced({ epoch, oek, osk }: EpochSecrets, { chain }: TrustedOrganisation): Promise<void> {
  const announced = chain.find((link) => link.epoch === epoch);
  const fits =
    announced?.oek.kid === (await thumbprint(publicHalf(oek))) &&
    (osk === null || announced.osk.kid === (await thumbprint(publicHalf(osk))));
  if (!fits) throw new Refusal("grant_invalid", "other keys than announced");
}

/** Header by allow-list before the key is used. @returns the epoch */
function checkHeader(grant: string, target: HeldKey, member: string, organisation: string): number {
  try {
    const header = parseStrictObject(fromBase64url(grant.split(".")[0] ?? ""));
    const { alg, enc, kid, typ, org, epoch, member: to, granter } = header;
    const exact = hasExactly(header, HEADER_MEMBERS) && typeof granter === "string";
    const fixed = alg === "ECDH-ES+A256KW" && enc === "A256GCM" && typ === "orgkey-grant+jwe";
    if (!exact || !fixed || kid !== target.kid || org !== organisation || to !== member) {
      throw new Refusal("grant_invalid", "header");
    }
    parsePublicJwk(header.epk);
    if (typeof epoch === "number") return epoch;
  } catch {
    // falls through to the one refusal below
  }
  throw new Refusal("grant_invalid", "header");
}

async function decrypt(grant: string, target: HeldKey): Promise<string> {
  try {
    const options = { keyManagementAlgorithms: [target.alg], contentEncryptionAlgorithms: ["A256GCM"] };
    return fromUtf8((await compactDecrypt(grant, target.privateKey, options)).plaintext);
  } catch {
    throw new Refusal("grant_invalid", "does not open");
  }
}
