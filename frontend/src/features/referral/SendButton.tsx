import { type RefObject, useState } from "react";
import { useViewer } from "@/features/identity/viewer";
import { Broken } from "@/features/keys/Gate";
import { useKeyRing } from "@/features/keys/ring";
import { isStop } from "@/features/keys/trust";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { Failure } from "@/ui/Failure";
import type { Destination } from "./queries";
import { type Sealed, SendRefused, SendUnclear, type Sent, seal, send } from "./send";
import type { WriteValues } from "./writeValues";

/** What is known of the tries so far. It outlives the check: whoever goes back to the sheet still has sent once. */
export interface Trial {
  /** The bytes of the last try and the text they hold, which a lock takes away; the same text goes out as the same bytes. */
  last: { readonly sealed: Sealed; readonly of: WeakRef<WriteValues> } | null;
  /** Whether a try may have arrived without anybody saying so. */
  unclear: boolean;
}

export const noTrial = (): Trial => ({ last: null, unclear: false });

interface Props {
  id: string;
  values: WriteValues;
  destination: Destination | null;
  trial: RefObject<Trial>;
  onSent: (sent: Sent) => void;
}

/** Seals and sends, and says of a try that failed what is true of it: refused, not sent, or not known. */
export function SendButton({ id, values, destination, trial, onSent }: Props) {
  const { t } = useVoice();
  const { data: viewer } = useViewer();
  const { state } = useKeyRing();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const go = async () => {
    // Two presses are one submission.
    if (busy || !viewer) return;
    setBusy(true);
    setFailure(null);
    const sealNow = () => seal({ id, organisation: viewer.organisation.id, values });
    const { last } = trial.current;
    try {
      const keep = (sealed: Sealed) => {
        trial.current.last = { sealed, of: new WeakRef(values) };
      };
      const sealed = last?.of.deref() === values ? last.sealed : await sealNow();
      onSent(await send({ id, sealed, keep, sealAgain: sealNow }));
    } catch (error) {
      if (error instanceof SendUnclear) trial.current.unclear = true;
      if (error instanceof SendRefused) trial.current = noTrial();
      setFailure(error);
      setBusy(false);
    }
  };
  if (state === "broken" || isStop(failure)) return <Broken />;
  if (failure !== null && !(failure instanceof SendRefused)) {
    return <Failed failure={failure} unclear={trial.current.unclear} onRetry={() => void go()} />;
  }
  return (
    <div className="sn-stack">
      {failure !== null && (
        <Alert look="danger" role="alert" title={t("write.send.refused")}>
          <p>{failure.message}</p>
          <p>
            <T id="write.send.refusedText" />
          </p>
        </Alert>
      )}
      <p>
        <T id={values.kind === "SUSPICION_REPORT" ? "write.send.reportRule" : "write.send.helpRule"} />
      </p>
      <div className="sn-actions">
        <Button look="primary" busy={busy} onClick={() => void go()}>
          {busy ? (
            <T id="write.send.busy" />
          ) : (
            <T
              id="write.send.go"
              values={destination ? { name: <Content of={destination.organisation.name} /> } : {}}
            />
          )}
        </Button>
      </div>
    </div>
  );
}

interface FailedProps {
  failure: unknown;
  unclear: boolean;
  onRetry: () => void;
}

function Failed({ failure, unclear, onRetry }: FailedProps) {
  const { t } = useVoice();
  if (!unclear) return <Failure title={t("write.send.failed")} error={failure} onRetry={onRetry} />;
  return (
    <Alert look="warning" role="alert" title={t("write.send.unclear")}>
      <p>
        <T id="write.send.unclearText" />
      </p>
      <div className="sn-actions">
        <Button look="primary" onClick={onRetry}>
          {t("core.state.retry")}
        </Button>
      </div>
    </Alert>
  );
}
