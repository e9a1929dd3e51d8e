import { useMemo } from "react";
import { bodyOf } from "@/crypto";
import { Gate } from "@/features/keys/Gate";
import { T } from "@/i18n";
import { berlinDay } from "@/shared/time";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { Skeleton } from "@/ui/Skeleton";
import { Resealed } from "./CaseNotices";
import { type Contents, useOpenContents } from "./contents";
import { type Case, useCase } from "./queries";
import { useStart } from "./useStart";
import { Wizard } from "./Wizard";
import { valuesOfHelp } from "./writeBodies";
import { emptyValues, type WriteValues } from "./writeValues";

/** Another body was proposed: the sender opens the own copy and seals it anew, as a new referral after this one. */
export function Resend({ id }: { id: string }) {
  const { data, error, refetch } = useCase(id);
  const { start, begin } = useStart();
  const next = useMemo(() => crypto.randomUUID(), []);
  if (start) return <Wizard id={next} initial={start} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={3} />;
  if (data?.kind !== "HELP_REFERRAL" || data.direction !== "SENT" || data.state !== "REDIRECTED")
    return <Empty title={<T id="referral.case.missing" />} />;
  if (data.successor) return <Resealed successor={data.successor} />;
  return (
    <Gate why={<T id="write.draftLocked" />}>
      <Opening referral={data} onOpened={begin} />
    </Gate>
  );
}

interface OpeningProps {
  referral: Case;
  onOpened: (values: WriteValues) => void;
}

function Opening({ referral, onOpened }: OpeningProps) {
  const open = useOpenContents(referral.id);
  const go = () => open.mutate(referral, { onSuccess: (contents) => onOpened(startOf(referral, contents)) });
  if (open.error) return <Failure error={open.error} onRetry={go} />;
  return (
    <>
      <p>
        <T id="write.resend" />
      </p>
      <Button look="primary" busy={open.isPending} onClick={go}>
        <T id={open.isPending ? "referral.contents.busy" : "referral.contents.open"} />
      </Button>
    </>
  );
}

/** The form as it starts: the words of before, the proposed body, the consent to be asked again. */
function startOf(referral: Case, { submission: { envelope, parts } }: Contents): WriteValues {
  const find = (role: string) => parts.find((part) => part.role === role)?.body;
  const consent = find("consent");
  return valuesOfHelp(
    {
      ...emptyValues("HELP_REFERRAL", berlinDay(new Date())),
      destination: referral.proposedDestination?.id ?? null,
      predecessor: referral.id,
      profession: envelope.senderProfession,
      urgency: envelope.urgency,
      topic: envelope.topic ?? "",
      ageBand: envelope.ageBand ?? "",
      doNotContactFamily: envelope.flags.includes("do_not_contact_family"),
    },
    bodyOf("help", find("help")),
    consent ? bodyOf("consent", consent) : null,
  );
}
