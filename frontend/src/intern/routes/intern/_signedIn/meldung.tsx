import { createFileRoute } from "@tanstack/react-router";
import { CallFirstLine } from "@/features/referral/CallFirstLine";
import { NewWizard } from "@/features/referral/NewWizard";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/meldung")({
  loader: ({ context }) => context.translator.need("referral", "write", "worry"),
  component: Report,
});

function Report() {
  return (
    <InternPage page="report" heading={<T id="write.heading.report" />} lead={<T id="write.lead.report" />}>
      <CallFirstLine />
      <NewWizard kind="SUSPICION_REPORT" />
    </InternPage>
  );
}
