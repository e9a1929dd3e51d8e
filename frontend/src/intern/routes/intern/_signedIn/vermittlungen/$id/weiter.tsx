import { createFileRoute } from "@tanstack/react-router";
import { Resend } from "@/features/referral/Resend";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/vermittlungen/$id/weiter")({
  loader: ({ context }) => context.translator.need("referral", "write", "worry"),
  component: ResendPage,
});

function ResendPage() {
  const { id } = Route.useParams();
  return (
    <InternPage page="resend" heading={<T id="write.heading.resend" />}>
      <Resend key={id} id={id} />
    </InternPage>
  );
}
