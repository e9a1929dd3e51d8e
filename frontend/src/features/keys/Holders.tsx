import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { CheckField, SelectField, TextArea } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { Table } from "@/ui/Table";
import { type Enrolment, readEnrolment } from "./enrol";
import { Fingerprint } from "./Fingerprint";
import { NotTaken } from "./founding";
import { Gate } from "./Gate";
import { admit, type KeyRole } from "./grant";
import { KEY_HEALTH, useKeyHealth } from "./health";
import { Readiness } from "./Readiness";

/** Who can open the organisation's letters, whether that is enough, and how one more person gets there. */
export function Holders() {
  const { t } = useVoice();
  const { data, error, refetch } = useKeyHealth();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={3} />;
  return (
    <>
      <Readiness health={data.keyHealth} />
      <Table
        caption={t("keys.holders.caption")}
        rows={data.organisationMembers}
        keyOf={({ id }) => id}
        columns={[
          { key: "name", head: <T id="keys.holders.person" />, cell: ({ displayName }) => displayName },
          {
            key: "roles",
            head: <T id="keys.holders.tasks" />,
            cell: ({ roles }) => roles.map((role) => t(`core.roles.${role}`)).join(", "),
          },
          {
            key: "key",
            head: <T id="keys.holders.key" />,
            cell: ({ keyRole }) => (
              <T
                id={
                  keyRole === "HOLDER"
                    ? "keys.holders.holder"
                    : keyRole === "READER"
                      ? "keys.holders.reader"
                      : "keys.holders.none"
                }
              />
            ),
          },
        ]}
      />
      <section className="sn-section">
        <h2>
          <T id="keys.grant.title" />
        </h2>
        <Gate why={<T id="keys.grant.locked" />}>
          <GrantForm />
        </Gate>
      </section>
    </>
  );
}

function GrantForm() {
  const { t } = useVoice();
  const client = useQueryClient();
  const [line, setLine] = useState("");
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [role, setRole] = useState<KeyRole>("holder");
  const [compared, setCompared] = useState(false);
  const [state, setState] = useState<"idle" | "busy" | "unread" | "uncompared" | "done" | { readonly refusal: string }>(
    "idle",
  );
  const read = async (event: FormEvent) => {
    event.preventDefault();
    const found = await readEnrolment(line);
    setCompared(false);
    setEnrolment(found);
    setState(found ? "idle" : "unread");
  };
  const grant = async (found: Enrolment) => {
    if (!compared) return setState("uncompared");
    setState("busy");
    try {
      await admit(found, role);
      setEnrolment(null);
      setLine("");
      setState("done");
      await client.invalidateQueries({ queryKey: KEY_HEALTH });
    } catch (failure) {
      setState({ refusal: failure instanceof NotTaken ? failure.message : t("keys.failed") });
    }
  };
  return (
    <form className="sn-form" noValidate autoComplete="off" onSubmit={(event) => void read(event)}>
      {state === "done" && <Alert look="success" role="status" title={t("keys.grant.done")} />}
      {typeof state === "object" && <Alert look="danger" role="alert" title={state.refusal} />}
      <TextArea
        label={t("keys.grant.line")}
        hint={t("keys.grant.lineHint")}
        error={state === "unread" ? t("keys.grant.unread") : undefined}
        value={line}
        rows={3}
        onChange={(event) => setLine(event.target.value)}
      />
      <div className="sn-actions">
        <Button type="submit">
          <T id="keys.grant.read" />
        </Button>
      </div>
      {enrolment && (
        <>
          <p>
            <T id="keys.grant.voice" />
          </p>
          <Fingerprint sig={enrolment.sig.jwk} enc={enrolment.enc.jwk} />
          <CheckField
            label={t("keys.grant.compared")}
            checked={compared}
            onChange={(event) => setCompared(event.target.checked)}
          />
          {state === "uncompared" && <Alert look="warning" role="alert" title={t("keys.grant.uncompared")} />}
          <SelectField
            label={t("keys.grant.role")}
            value={role}
            onChange={(event) => setRole(event.target.value === "reader" ? "reader" : "holder")}
          >
            <option value="holder">{t("keys.grant.roles.holder")}</option>
            <option value="reader">{t("keys.grant.roles.reader")}</option>
          </SelectField>
          <div className="sn-actions">
            <Button look="primary" busy={state === "busy"} onClick={() => void grant(enrolment)}>
              <T id="keys.grant.submit" />
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
