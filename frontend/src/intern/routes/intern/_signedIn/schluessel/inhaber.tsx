import { createFileRoute } from "@tanstack/react-router";
import { ForKeyTasks } from "@/features/keys/ForKeyTasks";
import { Holders } from "@/features/keys/Holders";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/schluessel/inhaber")({
  loader: ({ context }) => context.translator.need("keys"),
  component: HoldersPage,
});

function HoldersPage() {
  return (
    <InternPage page="keyHolders" heading={<T id="keys.heading.holders" />} lead={<T id="keys.lead.holders" />}>
      <ForKeyTasks>
        <Holders />
      </ForKeyTasks>
    </InternPage>
  );
}
