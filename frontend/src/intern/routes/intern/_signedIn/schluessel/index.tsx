import { createFileRoute } from "@tanstack/react-router";
import { ForKeyTasks } from "@/features/keys/ForKeyTasks";
import { KeysOverview } from "@/features/keys/KeysOverview";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/schluessel/")({
  loader: ({ context }) => context.translator.need("keys"),
  component: KeysOverviewPage,
});

function KeysOverviewPage() {
  return (
    <InternPage page="keys" heading={<T id="keys.heading.overview" />} lead={<T id="keys.lead.overview" />}>
      <ForKeyTasks>
        <KeysOverview />
      </ForKeyTasks>
    </InternPage>
  );
}
