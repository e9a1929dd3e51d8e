import { type FormEvent, useRef, useState } from "react";
import { isStop } from "@/features/keys/trust";
import { PostMessageDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { SelectField, TextArea } from "@/ui/Field";
import { useOneAtATime } from "@/ui/useOneAtATime";
import { type Act, actOf, useAct } from "./act";
import type { Contents } from "./contents";
import type { Case } from "./queries";
import { sealLater } from "./sealing";

interface Props {
  referral: Case;
  contents: Contents;
  onPosted: () => void;
}

/** The messages of a case, oldest first, and the next one. */
export function Thread({ referral, contents, onPosted }: Props) {
  const { language } = useVoice();
  const received = referral.direction === "RECEIVED";
  return (
    <section className="sn-section">
      <h3>
        <T id="referral.thread.title" />
      </h3>
      {contents.messages.length === 0 && (
        <p className="sn-muted">
          <T id="referral.thread.empty" />
        </p>
      )}
      <ol className="sn-thread">
        {contents.messages.map(({ id, at, from, body }) => (
          <li key={id} className="sn-card">
            <p className="sn-muted">
              {(from === "recipient") === received ? <T id="referral.thread.we" /> : <Other referral={referral} />},{" "}
              {formatMoment(at, language)}
              {body && body.kind !== "message" && (
                <>
                  {" · "}
                  <T id={`referral.thread.kinds.${body.kind}`} />
                </>
              )}
            </p>
            {body ? (
              <p className="sn-text" dir="auto">
                {body.text}
              </p>
            ) : (
              <p>
                <T id="referral.thread.unreadable" />
              </p>
            )}
          </li>
        ))}
      </ol>
      {referral.allowedActions.includes("MESSAGE") && <MessageForm referral={referral} onPosted={onPosted} />}
    </section>
  );
}

/** The body at the other end, by its name. */
function Other({ referral: { direction, senderOrganisation, destination } }: { referral: Case }) {
  const body = direction === "RECEIVED" ? senderOrganisation : destination;
  return body ? <Content of={body.name} /> : <T id="referral.list.noOrganisation" />;
}

type MessageKind = "message" | "question" | "correction";

function MessageForm({ referral, onPosted }: { referral: Case; onPosted: () => void }) {
  const { t } = useVoice();
  const act = useAct(referral.id);
  const [text, setText] = useState("");
  const report = referral.kind === "SUSPICION_REPORT";
  const received = referral.direction === "RECEIVED";
  const kinds: readonly MessageKind[] = received ? ["message", "question"] : ["message", "correction"];
  const [kind, setKind] = useState<MessageKind>("message");
  const [fault, setFault] = useState<"missing" | "failed" | null>(null);
  const [busy, run] = useOneAtATime();
  const last = useRef<Act | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim()) return setFault("missing");
    await run(post);
  };
  const post = async () => {
    setFault(null);
    try {
      // After a cut line the same sealed bytes go out under the same key.
      last.current ??= actOf(PostMessageDocument, {
        id: referral.id,
        part: await sealLater({ referral, role: "message", body: { text: text.trim(), kind }, to: "other" }),
      });
      await act.mutateAsync(last.current);
      last.current = null;
      setText("");
      onPosted();
    } catch (failure) {
      if (!isStop(failure)) setFault("failed");
    }
  };
  return (
    <form className="sn-form" noValidate autoComplete="off" onSubmit={(event) => void send(event)}>
      {report && (
        <p className="sn-law">
          <T id={received ? "referral.thread.rule" : "referral.thread.correction"} />
        </p>
      )}
      {fault === "failed" && (
        <Alert look="warning" role="alert" title={t("referral.thread.failed")}>
          <p>
            <T id="referral.thread.failedText" />
          </p>
        </Alert>
      )}
      <SelectField
        label={t("referral.thread.kind")}
        value={kind}
        onChange={(event) => setKind(kinds.find((one) => one === event.target.value) ?? "message")}
      >
        {kinds.map((one) => (
          <option key={one} value={one}>
            {t(`referral.thread.kinds.${one}`)}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={t("referral.thread.text")}
        value={text}
        maxLength={30_000}
        error={fault === "missing" ? t("referral.thread.missing") : undefined}
        onChange={(event) => {
          setText(event.target.value);
          last.current = null;
        }}
      />
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={busy}>
          <T id={busy ? "referral.thread.busy" : "referral.thread.send"} />
        </Button>
      </div>
    </form>
  );
}
