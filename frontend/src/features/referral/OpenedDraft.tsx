import { useCallback, useEffect, useState } from "react";
import { request } from "@/api/request";
import { openDraft, uuidOf } from "@/crypto";
import { Gate } from "@/features/keys/Gate";
import { isOpen, ring, useKeyRing } from "@/features/keys/ring";
import { DeleteReferralDraftDocument } from "@/gql/referral/graphql";
import { T } from "@/i18n";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { Skeleton } from "@/ui/Skeleton";
import { useDrafts } from "./queries";
import { SentPage } from "./SentPage";
import { type Sent, sentBefore } from "./send";
import { useStart } from "./useStart";
import { Wizard } from "./Wizard";
import { hasContent, type WriteValues } from "./writeValues";

/**
 * Goes on with a draft: fetched sealed, opened here. Locking afterwards is the wizard's own matter. Where an earlier
 * try arrived and only its answer was lost, that is said instead, and the draft goes.
 */
export function OpenedDraft({ id }: { id: string }) {
  const { start, begin } = useStart();
  const [before, setBefore] = useState<Sent | null>(null);
  const open = isOpen(useKeyRing());
  const opened = useCallback(
    (values: WriteValues, arrived: Sent | null) => {
      setBefore(arrived);
      begin(values);
    },
    [begin],
  );
  if (start && before) {
    return <SentPage sent={before} kind={start.kind} latest={open && hasContent(start) ? start : null} />;
  }
  if (start) return <Wizard id={uuidOf(id)} initial={start} kept />;
  return (
    <Gate why={<T id="write.draftLocked" />}>
      <Opening id={id} onOpened={opened} />
    </Gate>
  );
}

/** The submission that came of a draft, if it arrived; there is nothing left to write on then. */
async function settled(id: string): Promise<Sent | null> {
  const before = await sentBefore(id);
  if (before) await request(DeleteReferralDraftDocument, { id });
  return before;
}

interface OpeningProps {
  id: string;
  onOpened: (values: WriteValues, before: Sent | null) => void;
}

function Opening({ id, onOpened }: OpeningProps) {
  const drafts = useDrafts();
  const jwe = drafts.data?.find((draft) => draft.id === id)?.jwe;
  const [failure, setFailure] = useState<unknown>(null);
  const open = useCallback(async () => {
    if (jwe === undefined) return;
    try {
      setFailure(null);
      const values = (await openDraft(jwe, uuidOf(id), ring.use().keys.enc)) as unknown as WriteValues;
      onOpened(values, await settled(uuidOf(id)));
    } catch (error) {
      setFailure(error);
    }
  }, [jwe, id, onOpened]);
  useEffect(() => void open(), [open]);
  if (drafts.error) return <Failure error={drafts.error} onRetry={() => void drafts.refetch()} />;
  if (failure !== null) return <Failure error={failure} onRetry={() => void open()} />;
  if (drafts.data && jwe === undefined) return <Empty title={<T id="referral.drafts.gone" />} />;
  return <Skeleton rows={3} />;
}
