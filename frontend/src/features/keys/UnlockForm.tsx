import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/Field";
import { PageLink } from "@/ui/PageLink";
import { KEY_HEALTH } from "./health";
import { MY_KEYS } from "./myKeys";
import { ring } from "./ring";

type Outcome =
  | "asking"
  | "busy"
  | "missing"
  | "wrong_passphrase"
  | "kdf_unavailable"
  | "pending"
  | "unendorsed"
  | "stop"
  | "failed";

const WORDS: Partial<Record<Outcome, MessageId>> = {
  missing: "lock.outcome.missing",
  wrong_passphrase: "lock.outcome.wrong",
  kdf_unavailable: "lock.outcome.kdf",
  pending: "lock.outcome.pending",
  unendorsed: "lock.outcome.unendorsed",
  stop: "lock.outcome.stop",
  failed: "lock.outcome.failed",
};

interface Props {
  organisation: string;
  onOpen: () => void;
  /** Called when a link inside leads elsewhere. */
  onLeave?: () => void;
}

/** One field. The modules behind it are fetched when it is used. */
export function UnlockForm({ organisation, onOpen, onLeave }: Props) {
  const { t } = useVoice();
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome>("asking");
  const field = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const passphrase = field.current?.value ?? "";
    if (!passphrase.trim()) return setOutcome("missing");
    setOutcome("busy");
    try {
      const { unlock } = await import("./unlock");
      const result = await unlock(organisation, passphrase);
      if (field.current) field.current.value = "";
      // The first opening of a grant is one way more, and the end of waiting for it.
      for (const queryKey of [MY_KEYS, KEY_HEALTH]) void client.invalidateQueries({ queryKey });
      if (result.outcome === "open") onOpen();
      else setOutcome(result.outcome);
    } catch (failure) {
      const code = (failure as { code?: string }).code;
      const known = code === "wrong_passphrase" || code === "kdf_unavailable";
      setOutcome(ring.snapshot.state === "broken" ? "stop" : known ? code : "failed");
      field.current?.focus();
    }
  };
  const words = WORDS[outcome];
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="sn-form">
      {words && (
        <Alert look="warning" role="alert" title={t("lock.outcome.title")}>
          <p>
            <T id={words} />
          </p>
          {outcome === "pending" && (
            <p>
              <PageLink page="keySetup" {...(onLeave ? { onClick: onLeave } : {})}>
                <T id="lock.missing.grantNext" />
              </PageLink>
            </p>
          )}
          {outcome === "unendorsed" && (
            <p>
              <PageLink page="keys" {...(onLeave ? { onClick: onLeave } : {})}>
                <T id="lock.outcome.unendorsedNext" />
              </PageLink>
            </p>
          )}
        </Alert>
      )}
      <TextField ref={field} type="password" label={t("lock.passphrase")} autoComplete="off" spellCheck={false} />
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={outcome === "busy"}>
          <T id={outcome === "busy" ? "lock.busy" : "lock.unlock"} />
        </Button>
      </div>
    </form>
  );
}
