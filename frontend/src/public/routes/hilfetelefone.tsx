import { createFileRoute } from "@tanstack/react-router";
import { Helplines } from "@/features/directory/Helplines";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/hilfetelefone")({
  loader: ({ context }) => context.translator.need("lines", "offer"),
  component: HelplinePage,
});

function HelplinePage() {
  return (
    <PublicPage page="lines" heading={<T id="lines.heading" />} lead={<T id="lines.lead" />}>
      <Helplines />
    </PublicPage>
  );
}
