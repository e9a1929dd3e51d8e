import { type FormEvent, useId, useState } from "react";
import type { VerificationMethod } from "@/crypto";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { ChoiceField } from "@/ui/Choice";
import { Content, German } from "@/ui/Content";
import { CheckField } from "@/ui/Field";
import { Named } from "@/ui/Named";
import { type Candidate, vouchFor } from "./endorsing";
import { KeyFingerprint } from "./Fingerprint";
import { NotTaken } from "./founding";

interface Props {
  candidate: Candidate;
  onDone: () => Promise<void>;
}

/** An organisation with announced keys: who it is, how it stands, and the way to vouch for it. */
export function CandidateCard({ candidate, onDone }: Props) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const { name, demo, district, firstKey, vouched } = candidate;
  return (
    <article className="sn-card" aria-labelledby={id}>
      <h3 id={id}>
        <Content of={name} />{" "}
        {demo && (
          <span className="sn-label">
            <T id="core.example" />
          </span>
        )}
      </h3>
      <ul className="sn-tags">
        <li>{district ? <German>{district}</German> : <T id="keys.endorse.noDistrict" />}</li>
        <li>
          <Standing of={candidate} />
        </li>
      </ul>
      {firstKey && vouched.state !== "endorsed" && !open && (
        <div className="sn-actions">
          <Button look="primary" onClick={() => setOpen(true)}>
            <Named name={<T id="keys.endorse.checkOf" values={{ name: <Content of={name} /> }} />}>
              <T id="keys.endorse.check" />
            </Named>
          </Button>
        </div>
      )}
      {firstKey && open && vouched.state !== "endorsed" && (
        <EndorseForm candidate={candidate} firstKey={firstKey} onDone={onDone} onCancel={() => setOpen(false)} />
      )}
    </article>
  );
}

function Standing({ of: { vouched } }: { of: Candidate }) {
  switch (vouched.state) {
    case "endorsed":
      return <T id="keys.standing.endorsed" values={{ name: <German>{vouched.by}</German> }} />;
    case "stop":
      return <T id={`lock.stop.codes.${vouched.code}`} />;
    default:
      return <T id="keys.endorse.notYet" />;
  }
}

type State = "idle" | "busy" | "incomplete" | { readonly refusal: string };

interface FormProps {
  candidate: Candidate;
  firstKey: string;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Compared first, signed then: nothing is chosen beforehand. */
function EndorseForm({ candidate, firstKey, onDone, onCancel }: FormProps) {
  const { t } = useVoice();
  const [method, setMethod] = useState<VerificationMethod | "">("");
  const [compared, setCompared] = useState(false);
  const [state, setState] = useState<State>("idle");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!method || !compared) return setState("incomplete");
    setState("busy");
    try {
      await vouchFor(candidate.id, firstKey, method);
      await onDone();
    } catch (failure) {
      setState({ refusal: failure instanceof NotTaken ? failure.message : t("keys.endorse.failed") });
    }
  };
  const incomplete = state === "incomplete";
  return (
    <form className="sn-form" noValidate autoComplete="off" onSubmit={(event) => void submit(event)}>
      <p>
        <T id="keys.endorse.voice" />
      </p>
      <KeyFingerprint kid={firstKey} />
      <ChoiceField
        name="method"
        legend={t("keys.endorse.method")}
        error={incomplete && !method ? t("keys.endorse.methodMissing") : undefined}
        value={method}
        onChange={setMethod}
        options={[
          { value: "register+letter", label: t("keys.endorse.methods.letter") },
          { value: "visit", label: t("keys.endorse.methods.visit") },
        ]}
      />
      <CheckField
        label={t("keys.endorse.compared")}
        checked={compared}
        onChange={(event) => setCompared(event.target.checked)}
      />
      {incomplete && !compared && <Alert look="warning" role="alert" title={t("keys.endorse.uncompared")} />}
      {typeof state === "object" && <Alert look="danger" role="alert" title={state.refusal} />}
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={state === "busy"}>
          <T id={state === "busy" ? "keys.endorse.busy" : "keys.endorse.submit"} />
        </Button>
        <Button onClick={onCancel}>
          <T id="keys.endorse.cancel" />
        </Button>
      </div>
    </form>
  );
}
