import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "@/api/request";
import { DeleteReferralDraftDocument } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { formatMoment } from "@/shared/time";
import { Button } from "@/ui/Button";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { useDrafts } from "./queries";

/** Own drafts. What is in them only their author's key can open, so the list shows when, not what. */
export function Drafts() {
  const { t, language } = useVoice();
  const client = useQueryClient();
  const { data, error, refetch } = useDrafts();
  const remove = useMutation({
    mutationFn: (id: string) => request(DeleteReferralDraftDocument, { id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["referral-drafts"] }),
  });
  if (error) return <Failure title={t("referral.list.failed")} error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={2} />;
  if (data.length === 0) {
    return (
      <Empty title={<T id="referral.drafts.empty" />}>
        <p>
          <T id="referral.drafts.emptyText" />
        </p>
      </Empty>
    );
  }
  return (
    <ul className="sn-stack">
      {data.map((draft) => (
        <li key={draft.id} className="sn-card">
          <p>
            <T id="referral.drafts.of" values={{ moment: formatMoment(draft.changedAt, language) }} />
          </p>
          <div className="sn-actions">
            <PageLink page="draft" params={{ id: draft.id }} look="primary">
              <T id="referral.drafts.continue" />
            </PageLink>
            <Button busy={remove.isPending} onClick={() => remove.mutate(draft.id)}>
              <T id="referral.drafts.delete" />
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
