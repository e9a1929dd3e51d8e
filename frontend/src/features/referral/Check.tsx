import type { RefObject } from "react";
import { Gate } from "@/features/keys/Gate";
import { T } from "@/i18n";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { Facts } from "@/ui/Facts";
import { OwnBodies } from "./Bodies";
import { wordOf } from "./codes";
import { HandLine } from "./HandLine";
import { PaperHead, PaperNumbers } from "./PaperHead";
import type { Destination } from "./queries";
import { SendButton, type Trial } from "./SendButton";
import type { Sent } from "./send";
import type { WriteValues } from "./writeValues";

interface Props {
  id: string;
  values: WriteValues;
  destination: Destination | null;
  paper: boolean;
  /** Whether an earlier state of the text is among the drafts. */
  earlier: boolean;
  trial: RefObject<Trial>;
  onBack: () => void;
  onSent: (sent: Sent) => void;
}

/** The sheet as the other side will read it, to be sent, or printed and handed over. */
export function Check({ id, values, destination, paper, earlier, trial, onBack, onSent }: Props) {
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
      <div className="sn-no-print sn-stack">
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
            <SendButton id={id} values={values} destination={destination} trial={trial} onSent={onSent} />
          </Gate>
        )}
      </div>
    </section>
  );
}
