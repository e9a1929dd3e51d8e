import type { Standing } from "@/crypto/keyring";

/** Who may do one of these seals, opens or vouches, and so has keys. */
const KEYED: readonly string[] = ["SEND_REFERRAL", "RECEIVE_REFERRAL", "MANAGE_KEYS", "VERIFY_ORGANISATION"];

/** Whether somebody with these permissions has a lock in the header, and pages about keys. */
export const usesKeys = (can: readonly string[]): boolean => can.some((permission) => KEYED.includes(permission));

/** Whether somebody with these permissions sends or receives. */
export const exchanges = (can: readonly string[]): boolean =>
  can.includes("SEND_REFERRAL") || can.includes("RECEIVE_REFERRAL");

/** What the server keeps for the person. */
export interface Kept {
  readonly myVault?: unknown;
  readonly myGrants: readonly unknown[];
}

/** What a ring without open keys is: nothing set up, waiting for a holder, or merely locked. */
export function standingOf({ myVault, myGrants }: Kept): Standing {
  if (!myVault) return "none";
  return myGrants.length === 0 ? "pending_grant" : "locked";
}

/** `9:41`, the time until the ring locks; never below zero. */
export function remaining(locksAt: number, now: number): string {
  const seconds = Math.max(0, Math.ceil((locksAt - now) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
