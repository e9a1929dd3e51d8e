import { createFileRoute } from "@tanstack/react-router";
import { Offer } from "@/features/directory/Offer";
import { useOffer } from "@/features/directory/queries";
import { PublicPage } from "@/features/shell/PublicPage";
import { useSettings } from "@/features/shell/settings";
import { readFragment } from "@/gql/public/fragment-masking";
import { Offer_ServiceFragmentDoc } from "@/gql/public/graphql";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { Content } from "@/ui/Content";
import { Failure } from "@/ui/Failure";
import { Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";

export const Route = createFileRoute("/angebot/$id")({
  loader: ({ context }) => context.translator.need("offer"),
  component: OneOffer,
});

function OneOffer() {
  const { t } = useVoice();
  const { id } = Route.useParams();
  const { name } = useSettings();
  const { data, error, refetch } = useOffer(id);
  if (error) {
    return (
      <PublicPage page="offer" heading={<T id="core.title.offer" />}>
        <Failure title={t("offer.failed")} error={error} onRetry={() => void refetch()} hotline={HOTLINE} />
      </PublicPage>
    );
  }
  if (!data) {
    return (
      <PublicPage page="offer" heading={<T id="core.title.offer" />}>
        <Skeleton rows={2} />
      </PublicPage>
    );
  }
  if (!data.service) return <Gone />;
  const service = readFragment(Offer_ServiceFragmentDoc, data.service);
  return (
    <PublicPage page="offer" heading={<Content of={service.name} />}>
      <BackToSearch />
      <Offer of={data.service} />
      <p className="sn-print-only">
        <T id="offer.printed" values={{ name }} />
      </p>
    </PublicPage>
  );
}

const BackToSearch = () => (
  <p className="sn-no-print">
    <PageLink page="find" className="sn-door__back">
      <Icon name="back" />
      <T id="offer.back" />
    </PageLink>
  </p>
);

function Gone() {
  return (
    <PublicPage page="offer" heading={<T id="offer.gone.title" />} lead={<T id="offer.gone.text" />}>
      <div className="sn-actions">
        <PageLink page="find" look="primary">
          <T id="offer.gone.action" />
        </PageLink>
      </div>
    </PublicPage>
  );
}
