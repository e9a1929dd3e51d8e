import { createFileRoute } from "@tanstack/react-router";
import { FindServices } from "@/features/directory/FindServices";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/hilfe-finden")({
  loader: async ({ context }) => {
    await context.translator.need("find");
    if (window.location.hash) (await import("@/features/directory/sharedLink")).takeSharedLink();
  },
  component: FindHelp,
});

function FindHelp() {
  return (
    <PublicPage page="find" width="wide" heading={<T id="find.heading" />}>
      <FindServices />
    </PublicPage>
  );
}
