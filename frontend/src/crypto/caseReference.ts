import { sha256 } from "./bytes";
import { grouped, toCrockford } from "./crockford";
import { uuidOf } from "./profile";

/** How people name a case (referral.md 11): 40 bits of SHA-256 over the id's 16 bytes, shown `7K3M-Q9XA`. */
export async function caseReference(id: string): Promise<string> {
  const hex = uuidOf(id).replaceAll("-", "");
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
  return grouped(toCrockford((await sha256(bytes)).slice(0, 5))).join("-");
}
