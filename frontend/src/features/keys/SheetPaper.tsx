import { useState } from "react";
import type { RecoverySheet } from "@/crypto";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { CheckField } from "@/ui/Field";
import { NotTaken } from "./founding";

interface Props {
  sheet: RecoverySheet;
  organisation: { readonly lang: string; readonly value: string };
  onPrinted: () => Promise<void>;
}

/** The sheet for the safe: paper and nothing else. Only after it was printed are the keys published. */
export function SheetPaper({ sheet, organisation, onPrinted }: Props) {
  const { t } = useVoice();
  const [kept, setKept] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "unkept" | { readonly refusal: string }>("idle");
  const go = async () => {
    if (!kept) return setState("unkept");
    setState("busy");
    try {
      await onPrinted();
    } catch (failure) {
      setState({ refusal: failure instanceof NotTaken ? failure.message : t("keys.failed") });
    }
  };
  return (
    <section className="sn-stack">
      <h2>
        <T id="keys.sheet.title" />
      </h2>
      <p className="sn-no-print">
        <T id="keys.sheet.text" />
      </p>
      <div className="sn-card">
        <p>
          <strong>
            <T id="keys.sheet.head" values={{ number: 1 }} />
          </strong>{" "}
          <Content of={organisation} />
        </p>
        <ol className="sn-sheet" aria-label={t("keys.sheet.groups")}>
          {sheet.groups.map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a sheet never move
            <li key={index}>
              <bdi className="sn-code">{group}</bdi>
            </li>
          ))}
        </ol>
        <p>
          <T id="keys.sheet.foot" />
        </p>
      </div>
      {typeof state === "object" && <Alert look="danger" role="alert" title={state.refusal} />}
      {state === "unkept" && <Alert look="warning" role="alert" title={t("keys.sheet.unkept")} />}
      <div className="sn-no-print">
        <CheckField label={t("keys.sheet.kept")} checked={kept} onChange={(event) => setKept(event.target.checked)} />
        <div className="sn-actions">
          <Button icon="print" onClick={() => window.print()}>
            <T id="core.print" />
          </Button>
          <Button look="primary" busy={state === "busy"} onClick={() => void go()}>
            <T id={state === "busy" ? "keys.sheet.busy" : "keys.next"} />
          </Button>
        </div>
      </div>
    </section>
  );
}
