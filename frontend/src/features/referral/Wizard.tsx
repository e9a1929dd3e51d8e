import { useRef, useState } from "react";
import { Broken, Shut } from "@/features/keys/Gate";
import { isOpen, useKeyRing } from "@/features/keys/ring";
import { T } from "@/i18n";
import { Check } from "./Check";
import { Destinations } from "./Destinations";
import { takes, useDestination } from "./queries";
import { noTrial } from "./SendButton";
import { SentPage } from "./SentPage";
import { Sheet } from "./Sheet";
import type { Sent } from "./send";
import { Urgency } from "./Urgency";
import { useDraft } from "./useDraft";
import type { WriteValues } from "./writeValues";

interface Props {
  /** Id the referral will have; a draft keeps it. */
  id: string;
  initial: WriteValues;
  /** Whether it goes on with what is among the drafts. */
  kept?: boolean;
}

type Step = "to" | "sheet" | "check";

/** Receiver, sheet, check, send. The receiver comes first, because it decides whether anything can be sent at all. */
export function Wizard({ id, initial, kept = false }: Props) {
  const [step, setStep] = useState<Step>(initial.destination ? "sheet" : "to");
  const [to, setTo] = useState(initial.destination);
  const [byHand, setByHand] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const trial = useRef(noTrial());
  const lock = useKeyRing();
  const open = isOpen(lock);
  const { data: destination } = useDestination(to);
  const paper = byHand || (destination ? !takes(destination, initial.kind) : false);
  const draft = useDraft(id, initial, paper, kept);
  if (sent) return <SentPage sent={sent} kind={initial.kind} latest={open ? draft.values : null} />;
  // A red stop locks too. It never looks like a lock that a passphrase opens.
  if (lock.state === "broken") return <Broken />;
  if (!draft.values) return <Shut why={<T id="write.locked" />} none={false} />;
  const { values, change } = draft;
  const earlier = kept || typeof draft.kept === "object";
  const choose = (chosen: string | null, onPaper: boolean) => {
    change({ ...values, destination: chosen });
    setTo(chosen);
    setByHand(onPaper);
    setStep("sheet");
  };
  switch (step) {
    case "to":
      return (
        <>
          <Urgency values={values} destination={null} onChange={change} />
          <Destinations
            kind={values.kind}
            onChosen={(chosen) => choose(chosen.id, !takes(chosen, values.kind))}
            onPaper={() => choose(null, true)}
          />
        </>
      );
    case "sheet":
      return (
        <Sheet
          values={values}
          destination={destination ?? null}
          paper={paper}
          kept={draft.kept}
          earlier={earlier}
          open={open}
          onChange={change}
          onBack={() => setStep("to")}
          onCheck={() => setStep("check")}
        />
      );
    case "check":
      return (
        <Check
          id={id}
          values={values}
          destination={destination ?? null}
          paper={paper}
          earlier={earlier}
          trial={trial}
          onBack={() => setStep("sheet")}
          onSent={(done) => {
            setSent(done);
            void draft.end();
          }}
        />
      );
  }
}
