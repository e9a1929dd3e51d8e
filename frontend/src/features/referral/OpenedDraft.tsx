import { useCallback, useEffect, useState } from "react";
import { openDraft, uuidOf } from "@/crypto";
import { Gate } from "@/features/keys/Gate";
import { ring } from "@/features/keys/ring";
import { T } from "@/i18n";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { Skeleton } from "@/ui/Skeleton";
import { useDrafts } from "./queries";
import { useStart } from "./useStart";
import { Wizard } from "./Wizard";
import type { WriteValues } from "./writeValues";

/** Goes on with a draft: fetched sealed, opened here. Locking afterwards is the wizard's own matter. */
export function OpenedDraft({ id }: { id: string }) {
  const { start, begin } = useStart();
  if (start) return <Wizard id={uuidOf(id)} initial={start} kept />;
  return (
    <Gate why={<T id="write.draftLocked" />}>
      <Opening id={id} onOpened={begin} />
    </Gate>
  );
}

function Opening({ id, onOpened }: { id: string; onOpened: (values: WriteValues) => void }) {
  const drafts = useDrafts();
  const jwe = drafts.data?.find((draft) => draft.id === id)?.jwe;
  const [failure, setFailure] = useState<unknown>(null);
  const open = useCallback(async () => {
    if (jwe === undefined) return;
    try {
      setFailure(null);
      onOpened((await openDraft(jwe, uuidOf(id), ring.use().keys.enc)) as unknown as WriteValues);
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
