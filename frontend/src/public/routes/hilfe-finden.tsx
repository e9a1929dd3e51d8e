import { createFileRoute } from "@tanstack/react-router";
import { FindServices } from "@/features/directory/FindServices";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/hilfe-finden")({
  loader: ({ context }) => context.translator.need("find"),
  component: FindHelp,
});

function FindHelp() {
  return (
    <PublicPage page="find" width="wide" heading={<T id="find.heading" />}>
      <FindServices />
    </PublicPage>
  );
}
