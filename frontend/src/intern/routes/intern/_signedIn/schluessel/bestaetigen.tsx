import { createFileRoute } from "@tanstack/react-router";
import { Endorsing } from "@/features/keys/Endorsing";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/schluessel/bestaetigen")({
  loader: ({ context }) => context.translator.need("keys"),
  component: EndorsingPage,
});

function EndorsingPage() {
  return (
    <InternPage page="keyEndorse" heading={<T id="keys.heading.endorse" />} lead={<T id="keys.lead.endorse" />}>
      <Endorsing />
    </InternPage>
  );
}
