import { useCallback, useEffect, useRef, useState } from "react";
import { request } from "@/api/request";
import { openDraft, sealDraft } from "@/crypto";
import type { JsonObject } from "@/crypto/json";
import { isOpen, ring, useKeyRing } from "@/features/keys/ring";
import { DeleteReferralDraftDocument, SaveReferralDraftDocument } from "@/gql/referral/graphql";
import { useVoice } from "@/i18n";
import { dropOnLeave } from "@/shared/leave";
import { useAskBeforeLoss } from "@/ui/useAskBeforeLoss";
import { hasContent, type WriteValues } from "./writeValues";

/** How long a text rests before it is sealed and kept, in milliseconds. */
export const REST_MS = 2000;

/** Where a draft is: only here, kept sealed since an instant, or not kept because the line is cut. */
export type Kept = { readonly at: Date } | "memory" | "failed";

interface DraftState {
  /** Null while the ring is locked: then only the sealed form exists. */
  readonly values: WriteValues | null;
  readonly kept: Kept;
  readonly change: (values: WriteValues) => void;
  /** Ends the draft: sent, or thrown away. */
  readonly end: () => Promise<void>;
}

/**
 * Holds what somebody writes. With a key it is also sealed to the author's own key after two seconds of rest; on
 * locking it is sealed first and then blanked, so no text is lost and none is left in clear. `paper` keeps nothing; `stored` says that
 * an earlier state is among the drafts.
 */
export function useDraft(id: string, initial: WriteValues, paper: boolean, stored = false): DraftState {
  const [values, setValues] = useState<WriteValues | null>(initial);
  const [kept, setKept] = useState<Kept>("memory");
  const now = useRef<WriteValues | null>(initial);
  const changed = useRef(false);
  const change = useCallback((next: WriteValues) => {
    now.current = next;
    changed.current = true;
    setValues(next);
  }, []);
  const keep = useCallback(async () => {
    const [author, text] = [ring.ownPublicKey, now.current];
    if (!author || !text || !changed.current) return null;
    changed.current = false;
    const jwe = await sealDraft(id, text as unknown as JsonObject, author);
    void request(SaveReferralDraftDocument, { id, jwe })
      .then(({ saveReferralDraft }) => setKept(saveReferralDraft.userErrors.length > 0 ? "failed" : { at: new Date() }))
      .catch(() => setKept("failed"));
    return jwe;
  }, [id]);
  useEffect(() => {
    if (paper || !values) return undefined;
    const timer = setTimeout(() => void keep(), REST_MS);
    return () => clearTimeout(timer);
  }, [values, keep, paper]);
  useSealOnLock(id, paper, now, changed, keep, setValues);
  useAskBeforeLeaving(kept, paper, now, keep);
  return {
    values,
    kept,
    change,
    end: async () => {
      changed.current = false;
      now.current = null;
      if (stored || kept !== "memory") await request(DeleteReferralDraftDocument, { id }).catch(() => undefined);
    },
  };
}

/** Locking: seal, blank, and put the text back once the ring is open again. */
function useSealOnLock(
  id: string,
  paper: boolean,
  now: React.RefObject<WriteValues | null>,
  changed: React.RefObject<boolean>,
  keep: () => Promise<string | null>,
  setValues: (values: WriteValues | null) => void,
) {
  const sealed = useRef<Promise<string | null> | null>(null);
  const snapshot = useKeyRing();
  useEffect(() => {
    if (paper) return undefined;
    return ring.onLock(() => {
      if (!now.current || !hasContent(now.current)) return;
      changed.current = true;
      sealed.current = keep();
      // The sealing has taken its copy of the text in this very call; what was typed is gone from here on.
      now.current = null;
      setValues(null);
    });
  }, [paper, now, changed, keep, setValues]);
  const open = isOpen(snapshot);
  useEffect(() => {
    const waiting = sealed.current;
    if (!open || !waiting) return;
    sealed.current = null;
    void waiting.then(async (jwe) => {
      if (!jwe) return;
      const text = (await openDraft(jwe, id, ring.use().keys.enc)) as unknown as WriteValues;
      now.current = text;
      // What locked may also have refused to keep it, as the end of a session does: it is kept anew.
      changed.current = true;
      setValues(text);
    });
  }, [open, id, now, changed, setValues]);
}

/** What a key can seal is sealed on the way to another page; what would be lost is asked about. */
function useAskBeforeLeaving(
  kept: Kept,
  paper: boolean,
  now: React.RefObject<WriteValues | null>,
  keep: () => Promise<string | null>,
) {
  const { t } = useVoice();
  const written = () => now.current !== null && hasContent(now.current);
  useEffect(
    () =>
      dropOnLeave(() => {
        now.current = null;
      }),
    [now],
  );
  useAskBeforeLoss({
    words: t("write.leave"),
    onClosing: () => written() && (kept === "memory" || kept === "failed"),
    onGoing: () => {
      if (!written()) return false;
      if (paper || !ring.ownPublicKey || kept === "failed") return true;
      void keep();
      return false;
    },
  });
}
