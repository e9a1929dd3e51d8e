import { createFileRoute } from "@tanstack/react-router";
import { LegalText } from "@/features/shell/LegalText";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/impressum")({
  loader: ({ context }) => context.translator.need("legal"),
  component: Imprint,
});

function Imprint() {
  return (
    <PublicPage page="imprint" heading={<T id="legal.imprint" />}>
      <LegalText of="imprint" />
    </PublicPage>
  );
}
