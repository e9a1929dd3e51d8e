import { createFileRoute } from "@tanstack/react-router";
import { EntryList } from "@/features/directory/EntryList";
import { InternPage } from "@/features/shell/InternPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/intern/_signedIn/verzeichnis/")({
  loader: ({ context }) => context.translator.need("entries"),
  component: Entries,
});

function Entries() {
  return (
    <InternPage page="entries" width="wide" heading={<T id="entries.heading" />} lead={<T id="entries.lead" />}>
      <EntryList />
    </InternPage>
  );
}
