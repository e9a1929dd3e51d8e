import { createFileRoute } from "@tanstack/react-router";
import { ForKeyTasks } from "@/features/keys/ForKeyTasks";
import { SetUp } from "@/features/keys/SetUp";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/schluessel/einrichten")({
  loader: ({ context }) => context.translator.need("keys"),
  component: SetUpPage,
});

function SetUpPage() {
  return (
    <InternPage page="keySetup" heading={<T id="keys.heading.setup" />} lead={<T id="keys.lead.setup" />}>
      <ForKeyTasks>
        <SetUp />
      </ForKeyTasks>
    </InternPage>
  );
}
