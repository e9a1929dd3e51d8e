import { createFileRoute } from "@tanstack/react-router";
import { useViewer } from "@/features/identity/viewer";
import { KeyNotice, useMissing } from "@/features/keys/KeyNotice";
import { exchanges } from "@/features/keys/standing";
import { readListSearch } from "@/features/referral/listSearch";
import { ReferralList } from "@/features/referral/ReferralList";
import { WriteLinks } from "@/features/referral/WriteLinks";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";
import { Empty } from "@/ui/Empty";

export const Route = createFileRoute("/intern/_signedIn/vermittlungen/")({
  validateSearch: readListSearch,
  loader: ({ context }) => context.translator.need("referral"),
  component: Referrals,
});

function Referrals() {
  const search = Route.useSearch();
  const { data: viewer } = useViewer();
  const missing = useMissing();
  if (!viewer) return null;
  if (!exchanges(viewer.can)) {
    return (
      <InternPage page="referrals" width="wide" heading={<T id="referral.list.heading" />}>
        <Empty title={<T id="lock.missing.task" />}>
          <p>
            <T id="lock.missing.taskText" />
          </p>
        </Empty>
      </InternPage>
    );
  }
  return (
    <InternPage page="referrals" width="wide" heading={<T id="referral.list.heading" />}>
      <WriteLinks />
      <KeyNotice />
      {missing !== "house" && <ReferralList search={search} />}
    </InternPage>
  );
}
