import { useRef, useState } from "react";
import { useViewer } from "@/features/identity/viewer";
import { Broken, Gate } from "@/features/keys/Gate";
import { useKeyRing } from "@/features/keys/ring";
import { isStop } from "@/features/keys/trust";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { Facts } from "@/ui/Facts";
import { Failure } from "@/ui/Failure";
import { OwnBodies } from "./Bodies";
import { wordOf } from "./codes";
import { HandLine } from "./HandLine";
import { PaperHead, PaperNumbers } from "./PaperHead";
import type { Destination } from "./queries";
import { type Sealed, SendRefused, type Sent, seal, send } from "./send";
import type { WriteValues } from "./writeValues";

interface Props {
  id: string;
  values: WriteValues;
  destination: Destination | null;
  paper: boolean;
  /** Whether an earlier state of the text is among the drafts. */
  earlier: boolean;
  onBack: () => void;
  onSent: (sent: Sent) => void;
}

/** The sheet as the other side will read it, to be sent, or printed and handed over. */
export function Check({ id, values, destination, paper, earlier, onBack, onSent }: Props) {
  return (
    <section className={paper ? "sn-stack sn-paper" : "sn-stack"}>
      <h2>
        <T id={paper ? "write.print.title" : "write.check.title"} />
      </h2>
      {paper && <PaperHead values={values} destination={destination} />}
      <Facts
        facts={[
          ...(destination && !paper
            ? [
                {
                  key: "to",
                  term: <T id="referral.list.to" />,
                  value: <Content of={destination.organisation.name} />,
                },
              ]
            : []),
          { key: "kind", term: <T id="referral.list.kind" />, value: <T id={`referral.kinds.${values.kind}`} /> },
          {
            key: "gate",
            term: <T id="referral.case.gate" />,
            value: values.gate ? <T id={wordOf("gates", values.gate)} /> : <HandLine />,
          },
          {
            key: "urgency",
            term: <T id="referral.case.urgency" />,
            value: <T id={`referral.urgencies.${values.urgency}`} />,
          },
        ]}
      />
      <OwnBodies values={values} paper={paper} />
      {paper && (
        <>
          <p className="sn-card">
            <T id="write.print.handed" /> <HandLine />
          </p>
          <PaperNumbers values={values} destination={destination} />
        </>
      )}
      <div className="sn-no-print">
        <div className="sn-actions">
          <Button look="tertiary" onClick={onBack}>
            <T id="write.check.back" />
          </Button>
          <Button icon="print" look={paper ? "primary" : "secondary"} onClick={() => window.print()}>
            <T id="core.print" />
          </Button>
        </div>
        {paper ? (
          <p>
            <T id="write.print.nothing" /> {earlier && <T id="write.kept.earlier" />}
          </p>
        ) : (
          <Gate why={<T id="write.check.locked" />}>
            <SendButton id={id} values={values} destination={destination} onSent={onSent} />
          </Gate>
        )}
      </div>
    </section>
  );
}

function SendButton({ id, values, destination, onSent }: Omit<Props, "paper" | "earlier" | "onBack">) {
  const { t } = useVoice();
  const { data: viewer } = useViewer();
  const { state } = useKeyRing();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const kept = useRef<Sealed | null>(null);
  const go = async () => {
    // Two presses are one submission.
    if (busy || !viewer) return;
    setBusy(true);
    setFailure(null);
    const sealNow = () => seal({ id, organisation: viewer.organisation.id, values });
    try {
      const keep = (sealed: Sealed) => {
        kept.current = sealed;
      };
      onSent(await send({ sealed: kept.current ?? (await sealNow()), keep, sealAgain: sealNow }));
    } catch (error) {
      if (error instanceof SendRefused) kept.current = null;
      setFailure(error);
      setBusy(false);
    }
  };
  if (state === "broken" || isStop(failure)) return <Broken />;
  return (
    <>
      {failure instanceof SendRefused ? (
        <Alert look="danger" role="alert" title={t("write.send.refused")}>
          <p>{failure.message}</p>
          <p>
            <T id="write.send.refusedText" />
          </p>
        </Alert>
      ) : (
        failure !== null && <Failure title={t("write.send.failed")} error={failure} onRetry={() => void go()} />
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
    </>
  );
}
