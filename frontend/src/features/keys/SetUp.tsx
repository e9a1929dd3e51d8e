import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { uuidOf } from "@/crypto";
import type { MemberKeys } from "@/crypto/vault";
import { useViewer } from "@/features/identity/viewer";
import { T, useVoice } from "@/i18n";
import { Button } from "@/ui/Button";
import { CopyButton } from "@/ui/CopyButton";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { writeEnrolment } from "./enrol";
import { Fingerprint } from "./Fingerprint";
import { type Founding, newVault, prepareFounding, publish, saveVault } from "./founding";
import { KEY_HEALTH, useKeyHealth, useSendsOnly } from "./health";
import { MY_KEYS, useMyKeys } from "./myKeys";
import { PassphraseForm } from "./PassphraseForm";
import { Reopen } from "./Reopen";
import { ring } from "./ring";
import { SheetPaper } from "./SheetPaper";

type Step =
  | { readonly at: "why" }
  | { readonly at: "passphrase" }
  | { readonly at: "sheet"; readonly founding: Founding }
  | { readonly at: "ask"; readonly keys: MemberKeys }
  | { readonly at: "done" };

/** Own keys, one step at a time. Interrupted, it starts again: nothing half-made is stored. */
export function SetUp() {
  const client = useQueryClient();
  const { data: viewer } = useViewer();
  const health = useKeyHealth();
  const kept = useMyKeys();
  const [step, setStep] = useState<Step>({ at: "why" });
  if (health.error) return <Failure error={health.error} onRetry={() => void health.refetch()} />;
  if (kept.error) return <Failure error={kept.error} onRetry={() => void kept.refetch()} />;
  if (!viewer || !health.data || !kept.data) return <Skeleton rows={2} />;
  const { myVault, myGrants } = kept.data;
  const { member, epoch } = health.data.keyHealth;
  const founds = !epoch;
  const choose = async (passphrase: string) => {
    const { vault, keys } = await newVault(passphrase);
    if (founds) {
      const organisation = viewer.organisation.id;
      return setStep({ at: "sheet", founding: await prepareFounding({ organisation, member, vault, keys }) });
    }
    await saveVault(vault);
    ring.setStanding("pending_grant");
    await client.invalidateQueries({ queryKey: MY_KEYS });
    setStep({ at: "ask", keys });
  };
  const finish = async (founding: Founding) => {
    await publish(founding);
    await Promise.all([MY_KEYS, KEY_HEALTH].map((queryKey) => client.invalidateQueries({ queryKey })));
    setStep({ at: "done" });
  };
  switch (step.at) {
    case "why":
      if (myVault) {
        return myGrants.length > 0 ? (
          <Done />
        ) : (
          <Reopen vault={myVault.vault} onOpen={(keys) => setStep({ at: "ask", keys })} />
        );
      }
      return <Why founds={founds} onNext={() => setStep({ at: "passphrase" })} />;
    case "passphrase":
      return (
        <PassphraseForm
          title="keys.passphrase.title"
          label="keys.passphrase.label"
          submit="keys.next"
          onChosen={choose}
        />
      );
    case "sheet":
      return (
        <SheetPaper
          sheet={step.founding.sheet}
          organisation={viewer.organisation.name}
          onPrinted={() => finish(step.founding)}
        />
      );
    case "ask":
      return <Ask member={member} keys={step.keys} />;
    case "done":
      return <Done />;
  }
}

function Why({ founds, onNext }: { founds: boolean; onNext: () => void }) {
  return (
    <section className="sn-stack">
      <h2>
        <T id="keys.why.title" />
      </h2>
      <p>
        <T id="keys.why.text" />
      </p>
      <p>
        <T id={founds ? "keys.why.first" : "keys.why.joins"} />
      </p>
      <p>
        <T id="keys.why.lost" />
      </p>
      <div className="sn-actions">
        <Button look="primary" onClick={onNext}>
          <T id="keys.next" />
        </Button>
      </div>
    </section>
  );
}

/** What a new member gives to a holder: a line to send, a fingerprint to read aloud. */
export function Ask({ member, keys }: { member: string; keys: MemberKeys }) {
  const { t } = useVoice();
  const pair = ({ kid, publicJwk: jwk }: MemberKeys["enc"]) => ({ kid, jwk });
  const line = writeEnrolment({ member: uuidOf(member), sig: pair(keys.sig), enc: pair(keys.enc) });
  return (
    <section className="sn-stack">
      <h2>
        <T id="keys.ask.title" />
      </h2>
      <p>
        <T id="keys.ask.text" />
      </p>
      <p className="sn-card">
        <code className="sn-code">{line}</code>
      </p>
      <CopyButton text={line} label={t("keys.ask.copy")} />
      <p>
        <T id="keys.ask.voice" />
      </p>
      <Fingerprint sig={keys.sig.publicJwk} enc={keys.enc.publicJwk} />
    </section>
  );
}

function Done() {
  const { data: viewer } = useViewer();
  const { data: sendsOnly } = useSendsOnly(viewer?.organisation.id);
  return (
    <section className="sn-stack">
      <h2>
        <T id="keys.done.title" />
      </h2>
      <p>
        <T id={sendsOnly ? "keys.done.sends" : "keys.done.text"} />
      </p>
      <div className="sn-actions">
        <PageLink page="keys" look="primary">
          <T id="keys.done.next" />
        </PageLink>
      </div>
    </section>
  );
}
