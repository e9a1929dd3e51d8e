import { type FormEvent, type ReactNode, useState } from "react";
import { passphraseStrength } from "@/crypto";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { NotTaken } from "./founding";

/** What is wrong with a new passphrase; length is the only rule, and it is typed twice. */
export function passphraseFault(one: string, two: string): MessageId | null {
  if (!passphraseStrength(one).enough) return "keys.passphrase.short";
  return one.normalize("NFC").trim() === two.normalize("NFC").trim() ? null : "keys.passphrase.differ";
}

interface Props {
  title: MessageId;
  submit: MessageId;
  label: MessageId;
  /** What is asked before the new passphrase. */
  children?: ReactNode;
  onChosen: (passphrase: string) => Promise<void>;
}

/** Chooses the passphrase. Pasting is allowed; nothing but length is asked for. */
export function PassphraseForm({ title, submit: go, label, children, onChosen }: Props) {
  const { t } = useVoice();
  const [one, setOne] = useState("");
  const [two, setTwo] = useState("");
  const [fault, setFault] = useState<MessageId | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { characters, words, enough } = passphraseStrength(one);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = passphraseFault(one, two);
    setFault(found);
    if (found || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await onChosen(one);
    } catch (failure) {
      setRefusal(failure instanceof NotTaken ? failure.message : t("keys.failed"));
      setBusy(false);
    }
  };
  return (
    <form className="sn-form" noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <h2>
        <T id={title} />
      </h2>
      <p>
        <T id="keys.passphrase.text" />
      </p>
      {refusal && <Alert look="danger" role="alert" title={refusal} />}
      {children}
      <TextField
        type="password"
        label={t(label)}
        hint={t("keys.passphrase.hint")}
        value={one}
        error={fault === "keys.passphrase.short" ? t(fault) : undefined}
        onChange={(event) => setOne(event.target.value)}
      />
      <p role="status">
        {one && <T id={enough ? "keys.passphrase.enough" : "keys.passphrase.more"} values={{ characters, words }} />}
      </p>
      <TextField
        type="password"
        label={t("keys.passphrase.again")}
        value={two}
        error={fault === "keys.passphrase.differ" ? t(fault) : undefined}
        onChange={(event) => setTwo(event.target.value)}
      />
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={busy}>
          <T id={busy ? "keys.passphrase.busy" : go} />
        </Button>
      </div>
    </form>
  );
}
