import { createFileRoute } from "@tanstack/react-router";
import { OpenedDraft } from "@/features/referral/OpenedDraft";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/vermittlungen/entwurf/$id")({
  loader: ({ context }) => context.translator.need("referral", "write", "worry"),
  component: DraftPage,
});

function DraftPage() {
  const { id } = Route.useParams();
  return (
    <InternPage page="draft" heading={<T id="write.heading.draft" />}>
      <OpenedDraft key={id} id={id} />
    </InternPage>
  );
}
