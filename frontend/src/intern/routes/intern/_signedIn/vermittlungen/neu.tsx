import { createFileRoute } from "@tanstack/react-router";
import { NewWizard } from "@/features/referral/NewWizard";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/vermittlungen/neu")({
  loader: ({ context }) => context.translator.need("referral", "write", "worry"),
  component: NewReferral,
});

function NewReferral() {
  return (
    <InternPage page="referralNew" heading={<T id="write.heading.help" />} lead={<T id="write.lead.help" />}>
      <NewWizard kind="HELP_REFERRAL" />
    </InternPage>
  );
}
