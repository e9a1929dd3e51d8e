import { createFileRoute } from "@tanstack/react-router";
import { ForKeyTasks } from "@/features/keys/ForKeyTasks";
import { TrySheet } from "@/features/keys/TrySheet";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/schluessel/blatt")({
  loader: ({ context }) => context.translator.need("keys"),
  component: TrySheetPage,
});

function TrySheetPage() {
  return (
    <InternPage page="keySheet" heading={<T id="keys.heading.sheet" />} lead={<T id="keys.lead.sheet" />}>
      <ForKeyTasks>
        <TrySheet />
      </ForKeyTasks>
    </InternPage>
  );
}
