import { type FormEvent, useRef, useState } from "react";
import { type RecipientKey, Refusal } from "@/crypto";
import type { Viewer } from "@/features/identity/viewer";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { AnchorEntry } from "./AnchorEntry";
import { ownFirstKey } from "./endorsing";
import { KeyFingerprint } from "./Fingerprint";

const FAULTS: Readonly<Record<string, MessageId>> = {
  wrong_passphrase: "lock.outcome.wrong",
  kdf_unavailable: "lock.outcome.kdf",
  unknown_signer: "keys.first.notYours",
  broken_chain: "keys.first.swapped",
};

/** Shows the first key to its founder, from her own grant: what is compared with the verifying body. */
export function FirstKey({ viewer }: { viewer: Viewer }) {
  const { t } = useVoice();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"asking" | "busy" | { readonly fault: MessageId } | RecipientKey>("asking");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const passphrase = field.current?.value ?? "";
    if (!passphrase.trim()) return setState({ fault: "lock.outcome.missing" });
    setState("busy");
    try {
      setState(await ownFirstKey(viewer.organisation.id, passphrase));
    } catch (failure) {
      const known = failure instanceof Refusal ? FAULTS[failure.code] : undefined;
      setState({ fault: known ?? "lock.outcome.failed" });
      field.current?.focus();
    }
  };
  if (typeof state === "object" && "kid" in state) {
    return (
      <div className="sn-stack" role="status">
        <p>
          <T id="keys.first.read" />
        </p>
        <KeyFingerprint kid={state.kid} />
        {viewer.can.includes("VERIFY_ORGANISATION") && (
          <AnchorEntry name={viewer.organisation.name.value} anchor={state} />
        )}
      </div>
    );
  }
  return (
    <form className="sn-form sn-form--narrow" noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      {typeof state === "object" && <Alert look="warning" role="alert" title={t(state.fault)} />}
      <TextField
        ref={field}
        type="password"
        label={t("lock.passphrase")}
        hint={t("keys.first.hint")}
        spellCheck={false}
      />
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={state === "busy"}>
          <T id={state === "busy" ? "lock.busy" : "keys.first.show"} />
        </Button>
      </div>
    </form>
  );
}
