import { useSyncExternalStore } from "react";
import { KeyRing, type KeyRingSnapshot } from "@/crypto/keyring";
import { dropOnLeave } from "@/shared/leave";
import { losesOnReload } from "@/shared/release";

/** The keys in use in this tab. There is one ring per document; reloading the page empties it. */
export const ring = new KeyRing();

dropOnLeave(() => ring.lock("person"));
losesOnReload(() => isOpen(ring.snapshot));

const subscribe = (listener: () => void) => ring.subscribe(listener);
const look = () => ring.snapshot;

/** The state of the ring; draws anew whenever it changes. */
export function useKeyRing(): KeyRingSnapshot {
  return useSyncExternalStore(subscribe, look);
}

/** Whether sealed texts can be read and written now. */
export const isOpen = ({ state }: Pick<KeyRingSnapshot, "state">): boolean =>
  state === "unlocked" || state === "warning";
