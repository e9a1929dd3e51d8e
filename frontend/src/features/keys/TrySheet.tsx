import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { faultyGroups, Refusal } from "@/crypto";
import { useViewer } from "@/features/identity/viewer";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { TextArea } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { NotTaken } from "./founding";
import { trySheet } from "./grant";
import { KEY_HEALTH, useKeyHealth } from "./health";
import { Readiness } from "./Readiness";

const FAULTS: Readonly<Record<string, MessageId>> = {
  sheet_symbol: "keys.try.symbol",
  sheet_length: "keys.try.length",
  sheet_checksum: "keys.try.checksum",
  sheet_foreign: "keys.try.foreign",
  no_endorsement: "keys.try.unendorsed",
};

/** The whole sheet is typed once, in a later session: only then is it known to work. */
export function TrySheet() {
  const { t } = useVoice();
  const client = useQueryClient();
  const { data: viewer } = useViewer();
  const health = useKeyHealth();
  const [typed, setTyped] = useState("");
  const [state, setState] = useState<"idle" | "busy" | "done" | { readonly words: string }>("idle");
  if (health.error) return <Failure error={health.error} onRetry={() => void health.refetch()} />;
  if (!viewer || !health.data) return <Skeleton rows={2} />;
  const { keyHealth } = health.data;
  const faulty = faultyGroups(typed);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState("busy");
    try {
      await trySheet(viewer.organisation.id, typed, keyHealth.sheets);
      setTyped("");
      setState("done");
      await client.invalidateQueries({ queryKey: KEY_HEALTH });
    } catch (failure) {
      const known = failure instanceof Refusal ? FAULTS[failure.code] : undefined;
      setState({ words: known ? t(known) : failure instanceof NotTaken ? failure.message : t("keys.failed") });
    }
  };
  return (
    <>
      <Readiness health={keyHealth} />
      <form className="sn-form" noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
        {state === "done" && <Alert look="success" role="status" title={t("keys.try.done")} />}
        <TextArea
          label={t("keys.try.label")}
          hint={t("keys.try.hint")}
          rows={4}
          spellCheck={false}
          value={typed}
          error={
            typeof state === "object"
              ? state.words
              : faulty.length > 0
                ? t("keys.try.groups", { groups: faulty.map((index) => index + 1).join(", ") })
                : undefined
          }
          onChange={(event) => {
            setTyped(event.target.value);
            setState("idle");
          }}
        />
        <div className="sn-actions">
          <Button type="submit" look="primary" busy={state === "busy"}>
            <T id={state === "busy" ? "keys.try.busy" : "keys.try.submit"} />
          </Button>
        </div>
      </form>
    </>
  );
}
