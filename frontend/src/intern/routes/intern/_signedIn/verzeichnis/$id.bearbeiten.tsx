import { createFileRoute } from "@tanstack/react-router";
import { EntryEditor } from "@/features/directory/EntryEditor";
import { useEntry } from "@/features/directory/entries";
import { InternPage } from "@/features/shell/InternPage";
import { T, useVoice } from "@/i18n";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { Icon } from "@/ui/Icon";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";

export const Route = createFileRoute("/intern/_signedIn/verzeichnis/$id/bearbeiten")({
  loader: ({ context }) => context.translator.need("entries"),
  component: EditEntry,
});

function EditEntry() {
  const { t } = useVoice();
  const { id } = Route.useParams();
  const { data: entry, error, refetch } = useEntry(id);
  return (
    <InternPage page="entryEdit" heading={<T id="entries.form.heading" />}>
      <p>
        <PageLink page="entries" className="sn-door__back">
          <Icon name="back" />
          <T id="entries.form.back" />
        </PageLink>
      </p>
      {error && <Failure title={t("entries.failed")} error={error} onRetry={() => void refetch()} />}
      {entry === undefined && !error && <Skeleton rows={3} />}
      {entry === null && <Empty title={<T id="entries.form.missing" />} />}
      {entry && <EntryEditor entry={entry} />}
    </InternPage>
  );
}
