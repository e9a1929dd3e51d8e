import { createFileRoute } from "@tanstack/react-router";
import { readListSearch } from "@/features/referral/listSearch";
import { ReferralList } from "@/features/referral/ReferralList";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";
import { PageLink } from "@/ui/PageLink";

export const Route = createFileRoute("/intern/_signedIn/vermittlungen/")({
  validateSearch: readListSearch,
  loader: ({ context }) => context.translator.need("referral"),
  component: Referrals,
});

function Referrals() {
  return (
    <InternPage page="referrals" width="wide" heading={<T id="referral.list.heading" />}>
      <div className="sn-actions">
        <PageLink page="report" look="primary">
          <T id="referral.list.report" />
        </PageLink>
        <PageLink page="referralNew" look="secondary">
          <T id="referral.list.new" />
        </PageLink>
      </div>
      <ReferralList search={Route.useSearch()} />
    </InternPage>
  );
}
