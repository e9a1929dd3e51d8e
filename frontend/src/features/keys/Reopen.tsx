import { type FormEvent, useRef, useState } from "react";
import type { MemberKeys } from "@/crypto/vault";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { openOwnVault } from "./unlock";

/** Who still waits for a holder opens the own vault to see line and fingerprint once more. */
export function Reopen({ vault, onOpen }: { vault: string; onOpen: (keys: MemberKeys) => void }) {
  const { t } = useVoice();
  const field = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<"idle" | "busy" | "wrong">("idle");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState("busy");
    try {
      onOpen(await openOwnVault(vault, field.current?.value ?? ""));
    } catch {
      setState("wrong");
      field.current?.focus();
    }
  };
  return (
    <form className="sn-form" noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <p>
        <T id="lock.pending" />
      </p>
      {state === "wrong" && <Alert look="warning" role="alert" title={t("lock.outcome.wrong")} />}
      <TextField ref={field} type="password" label={t("lock.passphrase")} />
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={state === "busy"}>
          <T id={state === "busy" ? "lock.busy" : "lock.unlock"} />
        </Button>
      </div>
    </form>
  );
}
