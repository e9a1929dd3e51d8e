import { createFileRoute } from "@tanstack/react-router";
import { CaseHeading } from "@/features/referral/CaseHeading";
import { CaseView } from "@/features/referral/CaseView";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";
import { Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";

export const Route = createFileRoute("/intern/_signedIn/vermittlungen/$id/")({
  loader: ({ context }) => context.translator.need("referral", "write", "worry"),
  component: CasePage,
});

function CasePage() {
  const { id } = Route.useParams();
  return (
    <InternPage page="case" width="wide" heading={<CaseHeading id={id} />}>
      <p className="sn-no-print">
        <PageLink page="referrals" className="sn-door__back">
          <Icon name="back" />
          <T id="referral.case.back" />
        </PageLink>
      </p>
      <CaseView key={id} id={id} />
    </InternPage>
  );
}
