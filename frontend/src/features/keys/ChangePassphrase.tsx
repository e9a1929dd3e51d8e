import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { changePassphrase, Refusal } from "@/crypto";
import { argon2idInWorker } from "@/crypto/worker";
import { useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Failure } from "@/ui/Failure";
import { TextField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { NotTaken, saveVault } from "./founding";
import { KeyNotice } from "./KeyNotice";
import { MY_KEYS, useMyKeys } from "./myKeys";
import { PassphraseForm } from "./PassphraseForm";

/** The same keys under a new passphrase; nobody has to grant anything anew. */
export function ChangePassphrase() {
  const { t } = useVoice();
  const client = useQueryClient();
  const { data, error, refetch } = useMyKeys();
  const old = useRef<HTMLInputElement>(null);
  const [changed, setChanged] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} />;
  const { myVault } = data;
  if (!myVault) return <KeyNotice />;
  const change = async (replacement: string) => {
    try {
      const stored: unknown = JSON.parse(myVault.vault);
      await saveVault(await changePassphrase(stored, old.current?.value ?? "", replacement, argon2idInWorker));
    } catch (failure) {
      if (failure instanceof Refusal && failure.code === "wrong_passphrase") throw new NotTaken(t("keys.change.wrong"));
      throw failure;
    }
    setChanged(true);
    await client.invalidateQueries({ queryKey: MY_KEYS });
  };
  if (changed) return <Alert look="success" role="status" title={t("keys.change.done")} />;
  return (
    <div className="sn-card">
      <PassphraseForm title="keys.change.title" label="keys.change.label" submit="keys.change.submit" onChosen={change}>
        <TextField ref={old} type="password" label={t("keys.change.old")} spellCheck={false} />
      </PassphraseForm>
    </div>
  );
}
